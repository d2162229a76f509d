import { Fragment, type ReactNode } from 'react';
import type { FigureTableView, UnitDocumentView } from '../../../api/unit-report.js';
import { PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Heading, headingLevels } from './heading-levels.js';

/** Words of the printed form, which is Vietnamese whatever the page speaks. */
const FORM = {
  recipients: 'Nơi nhận:',
  figure: 'Nội dung',
  count: 'Số lượng, tỷ lệ',
  cadres: 'Trong đó cán bộ chủ chốt',
  control: 'Kiểm tra tổng:',
  differs: 'lệch',
  nobody: 'không có',
  dots: '…………',
  signed: '(Đã ký)',
} as const;

/** A report as it looks on paper; `write` gives what stands in place of a section's text while it is being written. */
export function Paper(props: { document: UnitDocumentView; label: string; write?: (section: string) => ReactNode }): ReactNode {
  const { document, label, write } = props;
  const { banner, upperIssuer, issuer, number, party, placeAndDay, title, sections, counted } = document;
  const levels = headingLevels(sections.map(({ level }) => level));
  return (
    <article className="paper" lang="vi" aria-label={label}>
      {banner !== '' && <p className="paper__banner">{banner}</p>}
      <div className="paper__head">
        <div>
          {upperIssuer !== '' && <p className="paper__upper">{upperIssuer}</p>}
          <p className="paper__upper">
            <b>{issuer}</b>
          </p>
          <p aria-hidden="true">*</p>
          <p>{number}</p>
        </div>
        <div>
          <p className="paper__party">{party}</p>
          <p>
            <i>{placeAndDay}</i>
          </p>
        </div>
      </div>
      <h2 className="paper__title">
        <PlainText text={title} />
      </h2>
      {sections.map(({ id, heading, tables, named, paragraphs }, place) => (
        <section key={id} id={id} className="paper__section" tabIndex={-1}>
          <Heading level={levels[place] ?? 3}>
            <PlainText text={heading} />
          </Heading>
          {tables.map((table) => (
            <Figures key={table.title} table={table} />
          ))}
          {named.map((units) => (
            <p key={units.title}>
              {`${units.title} (${units.names.length}): ${units.names.length === 0 ? FORM.nobody : units.names.join('; ')}.`}
            </p>
          ))}
          {paragraphs !== null && (write?.(id) ?? <Paragraphs paragraphs={paragraphs} />)}
        </section>
      ))}
      <p className="paper__note">{counted}</p>
      <Foot document={document} />
    </article>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: readonly string[] }): ReactNode {
  if (paragraphs.length === 0) return <p>{FORM.dots}</p>;
  return paragraphs.map((text, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text have no other name than their place.
    <p key={place} className="paper__prose">
      <PlainText text={text} />
    </p>
  ));
}

function Figures({ table: { title, rows, sums } }: { table: FigureTableView }): ReactNode {
  return (
    <>
      <ScrollBox className="table-wrap" label={title}>
        <table className="paper__table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{FORM.figure}</th>
              <th scope="col">{FORM.count}</th>
              <th scope="col">{FORM.cadres}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ figure, label, depth, all, keyCadres }) => (
              <tr key={figure}>
                <th scope="row" data-depth={depth}>
                  {label}
                </th>
                <td>{all.told}</td>
                <td>{keyCadres.told}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {sums.map(({ told, holds }) => (
        <p className="paper__note" key={told} data-differs={!holds || undefined}>
          {`${FORM.control} ${told}${holds ? '' : `, ${FORM.differs}`}`}
        </p>
      ))}
    </>
  );
}

function Foot({ document: { recipients, signerPost, signerName, isSigned } }: { document: UnitDocumentView }): ReactNode {
  return (
    <div className="paper__foot">
      <div>
        <p>
          <b>
            <i>{FORM.recipients}</i>
          </b>
        </p>
        {recipients.map((one) => (
          <Fragment key={one}>
            <p>- {one}</p>
          </Fragment>
        ))}
      </div>
      <div>
        <p className="paper__upper">
          <b>{signerPost}</b>
        </p>
        <p className="paper__room">{isSigned ? <i>{FORM.signed}</i> : null}</p>
        <p>
          <b>{signerName || FORM.dots}</b>
        </p>
      </div>
    </div>
  );
}

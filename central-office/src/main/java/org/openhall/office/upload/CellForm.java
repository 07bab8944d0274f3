package org.openhall.office.upload;

/** How a cell is read. What a JSON file has in the record's own form is taken in that form. */
public enum CellForm {
  /** A text on one line. */
  LINE,
  /** A day, as people write one. */
  DAY,
  /** A whole number. */
  NUMBER,
  /** 是 or 否. */
  YES_NO,
  /** Texts, one a line or between semicolons. */
  LINES,
  /** Words between any separators. */
  WORDS,
  /** A text with paragraphs. */
  BLOCKS,
  /** 自然人, 法人. */
  AUDIENCES,
  /** 有效, 失效, 废止. */
  VALIDITY,
  /** A line each: 名称|形式|份数|必要性|来源|须知. */
  MATERIALS,
  /** A line each: 名称|说明|时限. */
  STEPS,
  /** A line each: 名称|标准|依据. */
  FEES,
  /** A line each: 名称|地址|时间|电话. */
  WINDOWS,
  /** A line each: 问|答. */
  QUESTIONS,
  /** The name or id of a node of the disclosure directory. */
  CATEGORY
}

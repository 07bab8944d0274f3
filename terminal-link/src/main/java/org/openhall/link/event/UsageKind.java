package org.openhall.link.event;

/** What is counted. No query, no title, no person. */
public enum UsageKind {
  /** A citizen began to use the terminal. */
  VISIT,
  /** A service guide was opened. */
  PAGE_GUIDE,
  /** An entry of the disclosure directory was opened. */
  PAGE_ENTRY,
  /** A notice was opened. */
  PAGE_NOTICE,
  /** A department was opened. */
  PAGE_DEPARTMENT,
  /** A form was opened. */
  PAGE_FORM,
  /** A guide to disclosure was opened. */
  PAGE_DISCLOSURE_GUIDE,
  /** An annual report was opened. */
  PAGE_ANNUAL_REPORT,
  /** A “一件事” was opened. */
  PAGE_LIFE_EVENT,
  /** An attachment was opened. */
  PAGE_FILE,
  /** The hall's map or its staff were looked at. */
  PAGE_HALL,
  /** A search that found something, when its words had come to rest. */
  SEARCH_FOUND,
  /** A search that found nothing. */
  SEARCH_EMPTY,
  /** A print that the printer confirmed. */
  PRINTED,
  /** A print that failed, or of which nobody knows. */
  PRINT_FAILED,
  /** A page was shown as codes for a telephone. */
  CODES_SHOWN
}

package org.openhall.office.catalog;

import java.util.Locale;

/**
 * The kinds of source files the office takes, recognised by what is in them, not by their names.
 */
public enum SourceKind {
  /** Titles of disclosed documents, CSV. */
  TITLES,
  /** Texts of laws, JSON lines. */
  LAWS,
  /** Service guides of a district, a JSON array. */
  GUIDES,
  /** The numbers of an annual report, a JSON object. */
  REPORT,
  /** The folder of an office's own content. */
  HALL,
  /** The authored sample that ships with the program. */
  SAMPLE,
  /** A file that an editor uploaded. */
  UPLOAD,
  /** What another system pushed. */
  API;

  /** The kind's name in the database, in reports and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.openhall.office.file;

import java.util.Locale;

/** The closed list of what can be wrong with a file; the words are in the bundles. */
public enum FileFault {
  /** A program or a script, by its beginning or its name. */
  PROGRAM(Nature.DANGEROUS),
  /** A page or drawing with script, handlers or addresses that run. */
  SCRIPT(Nature.DANGEROUS),
  /** A document with macros. */
  MACRO(Nature.DANGEROUS),
  /** A document with another document or control in it. */
  EMBEDDED(Nature.DANGEROUS),
  /** A document that fetches something from elsewhere when it is opened. */
  EXTERNAL_LINK(Nature.DANGEROUS),
  /** A PDF action that runs something (ISO 32000-1, 12.6.4). */
  PDF_ACTION(Nature.DANGEROUS),
  /** XML with a document type or entities of its own. */
  DOCTYPE(Nature.DANGEROUS),
  /** A name that leads out of its folder, or is shown otherwise than it is. */
  NAME(Nature.DANGEROUS),
  /** An archive that unpacks to far more than it is. */
  ZIP_RATIO(Nature.DANGEROUS),
  /** An archive of too many files. */
  ZIP_COUNT(Nature.DANGEROUS),
  /** An archive in an archive. */
  ZIP_NESTED(Nature.DANGEROUS),
  /** A picture of more pixels than anybody shows. */
  HUGE_PICTURE(Nature.DANGEROUS),
  /** A file that is two things at once. */
  POLYGLOT(Nature.DANGEROUS),
  /** Encrypted, so that nobody sees what is in it. */
  LOCKED(Nature.LOCKED),
  /** Not what its name says. */
  NOT_WHAT_IT_SAYS(Nature.BROKEN),
  /** Torn, or against its format. */
  BROKEN(Nature.BROKEN),
  /** Of no kind that the office takes. */
  KIND(Nature.BROKEN),
  /** More bytes than the office takes. */
  TOO_LONG(Nature.BROKEN);

  /** What a fault means for who opens the file. */
  public enum Nature {
    DANGEROUS,
    LOCKED,
    BROKEN
  }

  private final Nature nature;

  FileFault(Nature nature) {
    this.nature = nature;
  }

  /** What it means for who opens the file. */
  public Nature nature() {
    return nature;
  }

  /** The fault's name in message keys, e.g. {@code zip-ratio}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

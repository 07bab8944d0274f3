package org.openhall.office.lint;

import java.util.Locale;
import java.util.Optional;

/**
 * The closed list of rules, the most important first. Name, sentence and source (law and clause, or
 * standard) of each are in the bundles under {@code lint.<code>}; docs/lint.md has an example of
 * each.
 */
public enum Rule {
  /** A citizen's number of 18 characters: region, date and check digit are right. */
  ID_NUMBER(Severity.ERROR),
  /** The number of a bank card: length, check digit, and words that say so. */
  BANK_CARD(Severity.ERROR),
  /** A mark of secrecy, as a document bears it. */
  SECRECY_MARK(Severity.ERROR),
  /** An entry that says of itself that it is not to be disclosed. */
  NOT_DISCLOSED(Severity.ERROR),
  /** A file that runs, or opens something else, where it is opened. */
  DANGEROUS_FILE(Severity.ERROR),
  /** A file that is not there, or of another length than said. */
  MISSING_FILE(Severity.ERROR),

  /** A number said to be a citizen's, whose check digit is wrong. */
  WRONG_ID_NUMBER(Severity.WARNING),
  /** A number of 15 digits said to be a citizen's. */
  OLD_ID_NUMBER(Severity.WARNING),
  /** A citizen's number that is masked so little that it can be completed. */
  WEAK_MASK(Severity.WARNING),
  /** A mobile number in a text, not as the contact of an office. */
  MOBILE_NUMBER(Severity.WARNING),
  /** A file that cannot be read as what it is said to be. */
  BROKEN_FILE(Severity.WARNING),
  /** A file of which nobody can see what is in it. */
  LOCKED_FILE(Severity.WARNING),
  /** An annual report whose sums do not agree. */
  REPORT_BALANCE(Severity.WARNING),
  /** An entry without the fields that the law asks for. */
  ENTRY_FIELDS(Severity.WARNING, Severity.NOTICE),
  /** A guide without what the law asks it to state. */
  GUIDE_FIELDS(Severity.WARNING, Severity.NOTICE),
  /** A disclosure guide without the particulars of the office in charge. */
  DISCLOSURE_GUIDE_FIELDS(Severity.WARNING),
  /** A guide that names nobody to ask. */
  GUIDE_CONTACT(Severity.WARNING, Severity.NOTICE),
  /** A department without address or telephone. */
  DEPARTMENT_CONTACT(Severity.WARNING, Severity.NOTICE),
  /** Handled at once, and yet with a time limit; or the other way round. */
  PROJECT_TYPE(Severity.WARNING),
  /** The promised time is longer than the law's. */
  PROMISE_TOO_LONG(Severity.WARNING),
  /** Citizens must come, and are not told why. */
  VISIT_REASON(Severity.WARNING),
  /** Nobody has to come, and yet there is neither an online way nor a courier. */
  NO_VISIT_NO_WAY(Severity.WARNING),
  /** Online from end to end, and yet citizens must come. */
  ONLINE_YET_VISITS(Severity.WARNING),
  /** The result is a certificate, and is not said to be one. */
  RESULT_TYPE(Severity.WARNING),
  /** A fee without its legal basis. */
  FEE_BASIS(Severity.WARNING),
  /** A guide rests on a law that was repealed. */
  REPEALED_LAW(Severity.WARNING),
  /** A guide rests on a document that the catalogue has as expired or abolished. */
  ENDED_BASIS(Severity.WARNING),
  /** Said to be in force, and yet past its last day. */
  EXPIRED_IN_FORCE(Severity.WARNING),
  /** A day that cannot be. */
  IMPOSSIBLE_DATE(Severity.WARNING),
  /** Published before it was written. */
  DATE_ORDER(Severity.WARNING),
  /** The year of the document number is another than that of the document. */
  NUMBER_YEAR(Severity.WARNING),
  /** Words that stand for a text still to come. */
  PLACEHOLDER(Severity.WARNING),
  /** What a wrong conversion leaves: torn characters, HTML. */
  TORN_TEXT(Severity.WARNING),
  /** An address that nobody outside the office's network can open. */
  INTERNAL_ADDRESS(Severity.WARNING),
  /** The same thing twice. */
  DUPLICATE(Severity.WARNING),

  /** A mobile number as the contact of an office. */
  MOBILE_CONTACT(Severity.NOTICE),
  /** Citizens' numbers, masked, in what has no last day. */
  PERSONS_WITHOUT_END(Severity.NOTICE),
  /** An entry that is open on application only. */
  ON_APPLICATION(Severity.NOTICE),
  /** A record that terminals show no more. */
  PAST_RECORD(Severity.NOTICE);

  private final Severity severity;
  private final Severity ofImported;

  Rule(Severity severity) {
    this(severity, severity);
  }

  Rule(Severity severity, Severity ofImported) {
    this.severity = severity;
    this.ofImported = ofImported;
  }

  /** The severity for what the office writes itself: the profile {@code authored}. */
  public Severity severity() {
    return severity;
  }

  /** The severity for what comes from another source: the profile {@code imported}. */
  public Severity severityOfImported() {
    return ofImported;
  }

  /** Whether its findings name fields that are missing. */
  boolean namesFields() {
    return switch (this) {
      case ENTRY_FIELDS, GUIDE_FIELDS, DISCLOSURE_GUIDE_FIELDS, DEPARTMENT_CONTACT -> true;
      default -> false;
    };
  }

  /** The rule's name on the command line, in files and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of that name, if there is one. */
  public static Optional<Rule> of(String code) {
    for (Rule rule : values()) {
      if (rule.code().equals(code)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}

package org.openhall.device;

import java.util.OptionalInt;

/** Prints documents on sheets of A4. */
public interface PagePrinter extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "page-printer";

  /** Fact: the forms of documents that it takes and we can send, e.g. {@code pdf pwg-raster}. */
  String FORMATS = "document.formats";

  /** Fact: whether it prints both sides of a sheet. */
  String TWO_SIDED = "paper.two-sided";

  /**
   * Fact: whether sheets of A4 lie in it ({@code yes}, {@code no}); absent where it cannot tell.
   */
  String A4 = "paper.a4";

  /** Fact: whether it prints colours. */
  String COLOUR = "print.colour";

  /** Counter: documents of which a byte was sent. */
  String DOCUMENTS_SENT = "documents-sent";

  /** Counter: documents that the printer said were complete. */
  String DOCUMENTS_PRINTED = "documents-printed";

  /** Counter: pages of those. */
  String PAGES_PRINTED = "pages-printed";

  /**
   * Prints one document, one copy, once. Never tried again by the driver. While it is under way, a
   * {@link DeviceEvent.Progressed} tells that the printer took it, and then each page. A printer
   * that waits for a person, for paper for instance, is waited for at most three minutes; then the
   * document is taken back from it.
   */
  DeviceCommand<PageOutcome> print(PageDocument document);

  /** How a print ended. */
  sealed interface PageOutcome {
    /** The printer itself says that it completed the whole document. */
    record Printed() implements PageOutcome {}

    /**
     * Nothing was printed, and this document never will be on this printer as it is.
     *
     * @param code what the printer said, e.g. {@code client-error-not-authorized}; may be empty
     */
    record Refused(Refusal why, String code) implements PageOutcome {}

    /** Nothing was printed, and nothing of it waits in the printer. */
    record NotPrinted(DeviceHealth.Detail reason) implements PageOutcome {}

    /**
     * It ended in the middle, and nothing more of it waits in the printer.
     *
     * @param pages that came out, as the printer says, where it says so
     */
    record Incomplete(OptionalInt pages, DeviceHealth.Detail reason) implements PageOutcome {}

    /** The printer had it, and what became of it cannot be known. */
    record Unknown(DeviceHealth.Detail reason) implements PageOutcome {}

    /**
     * The caller ended it.
     *
     * @param pages that came out before, as the printer says, where it says so; 0 if none was sent
     */
    record Cancelled(OptionalInt pages) implements PageOutcome {}
  }

  /** Why a document was refused. */
  enum Refusal {
    /** The printer takes no form of document that we can send, or could not read this one. */
    FORMAT,
    /** It has no sheets of A4. */
    PAPER,
    /** The document is larger than printer or driver take. */
    TOO_LARGE,
    /** The document itself cannot be drawn. */
    UNREADABLE,
    /** The printer wants a name and a password, or does not let us. */
    FORBIDDEN,
    /** It gives jobs no number, so that nobody could learn what became of one. */
    NO_JOB_NUMBERS,
    /** The printer said no; the code says what. */
    OTHER
  }
}

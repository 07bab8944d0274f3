package org.openhall.office.catalog;

/**
 * What an import does where a record was changed at the desk, and approved, since an import wrote
 * it last.
 *
 * @param areOverwritten whether the source's version is written all the same
 * @param proposed hears what the source has anew for records that are kept
 */
public record Edits(boolean areOverwritten, Catalog.Changes proposed) {
  /** They stay, and the report names them. */
  public static final Edits KEPT = new Edits(false, (_, _) -> {});

  /** The source's version takes their place. */
  public static final Edits OVERWRITTEN = new Edits(true, (_, _) -> {});

  /** They stay, and somebody hears what the source has anew, to propose it. */
  public static Edits proposing(Catalog.Changes proposed) {
    return new Edits(false, proposed);
  }
}

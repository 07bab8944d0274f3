package org.openhall.agent.sync;

/** The steps of a run, in their order. */
public enum SyncStep {
  /** Looks whether the content on the disk is sound. */
  INSPECT,
  /** Asks the office for its signed metadata. */
  REFRESH,
  /** Reads which release it is. */
  MANIFEST,
  /** Brings the packs over. */
  PACKS,
  /** Builds the snapshot and compares its digest. */
  BUILD,
  /** Makes the snapshot the one that is shown. */
  ACTIVATE,
  /** Removes packs that are not needed any more. */
  TIDY,
  /** Brings the attachments over, when the text is shown already. */
  FILES;

  /** Key of its name among the messages. */
  public String messageKey() {
    return "step." + name().toLowerCase(java.util.Locale.ROOT);
  }
}

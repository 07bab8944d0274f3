package org.openhall.content;

import java.util.List;

/**
 * Everyday words and the official ones they stand for.
 *
 * @param header identity and origin
 * @param title what the list is for
 * @param groups its groups
 * @param unknown fields of later versions
 */
public record Synonyms(RecordHeader header, String title, List<Group> groups, UnknownFields unknown)
    implements ContentRecord {

  /** Words of daily life, e.g. 上户口, and the official terms, e.g. 出生登记. */
  public record Group(List<String> everyday, List<String> official) {
    public Group {
      everyday = List.copyOf(everyday);
      official = List.copyOf(official);
    }
  }

  public Synonyms {
    groups = List.copyOf(groups);
  }
}

package org.openhall.content;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the attachments that a record names, wherever in it they stand. */
public final class Attachments {
  private Attachments() {}

  /** All of them, in the order of the record; one that is named twice comes twice. */
  public static List<Attachment> of(ContentRecord record) {
    List<Attachment> found = new ArrayList<>();
    collect(record, found);
    return found;
  }

  private static void collect(@Nullable Object value, List<Attachment> found) {
    switch (value) {
      case Attachment attachment -> found.add(attachment);
      case Block.Paragraph _, Block.Heading _, Block.ItemList _, Block.Table _ -> {}
      case List<?> list -> list.forEach(element -> collect(element, found));
      case Record record -> collectFrom(record, found);
      case null, default -> {}
    }
  }

  private static void collectFrom(Record record, List<Attachment> found) {
    for (RecordComponent component : Components.of(record)) {
      collect(Components.read(component, record), found);
    }
  }
}

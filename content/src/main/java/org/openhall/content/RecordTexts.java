package org.openhall.content;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every text of a record with the place where it stands, but for the record's header. */
public final class RecordTexts {
  private final Visitor visitor;
  private final StringBuilder path = new StringBuilder();

  private RecordTexts(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Takes one text after the other. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a text.
     *
     * @param path of the field, e.g. {@code materials[2].name}; only to be read during the call
     * @param name of the component that holds it, e.g. {@code name}
     * @param text the text
     * @param heading what stands over it: of a table's cell its caption and the heading of its
     *     column, else empty
     */
    void visit(CharSequence path, String name, String text, String heading);
  }

  /** Hands every text to the visitor, in the order of the record. */
  public static void forEach(ContentRecord record, Visitor visitor) {
    RecordTexts texts = new RecordTexts(visitor);
    for (RecordComponent component : Components.of((Record) record)) {
      if (component.getType() != RecordHeader.class) {
        texts.component(component, (Record) record);
      }
    }
  }

  private void component(RecordComponent component, Record record) {
    int length = path.length();
    JsonForm form = component.getType().getAnnotation(JsonForm.class);
    if (form == null || form.value() != JsonForm.Kind.INLINE) {
      path.append(length == 0 ? "" : ".").append(component.getName());
    }
    visit(component.getName(), Components.read(component, record));
    path.setLength(length);
  }

  private void visit(String name, @Nullable Object value) {
    switch (value) {
      case String text -> visitor.visit(path, name, text, "");
      case List<?> list -> list(name, list);
      case Block.Table table -> table(table);
      case Record record -> {
        for (RecordComponent component : Components.of(record)) {
          component(component, record);
        }
      }
      case null, default -> {}
    }
  }

  private void list(String name, List<?> list) {
    int length = path.length();
    for (int i = 0; i < list.size(); i++) {
      path.append('[').append(i).append(']');
      visit(name, list.get(i));
      path.setLength(length);
    }
  }

  private void table(Block.Table table) {
    String caption = table.caption() == null ? "" : table.caption();
    int length = path.length();
    for (int row = 0; row < table.rows().size(); row++) {
      int column = 0;
      for (Block.Cell cell : table.rows().get(row).cells()) {
        path.append(".rows[").append(row).append("][").append(column).append(']');
        String heading = row == 0 ? caption : caption + " " + heading(table, column);
        visitor.visit(path, "cells", cell.text(), heading);
        path.setLength(length);
        column += cell.colSpan();
      }
    }
  }

  /** What the first row says of a column; all of it, where cells are joined below each other. */
  private static String heading(Block.Table table, int column) {
    List<Block.Cell> first = table.rows().getFirst().cells();
    int at = 0;
    for (Block.Cell cell : first) {
      if (column < at + cell.colSpan()) {
        return cell.text();
      }
      at += cell.colSpan();
    }
    return first.stream().map(Block.Cell::text).collect(Collectors.joining(" "));
  }
}

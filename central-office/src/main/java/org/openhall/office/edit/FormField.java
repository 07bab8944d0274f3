package org.openhall.office.edit;

import java.util.List;
import java.util.Set;

/**
 * A field of a form.
 *
 * @param name of the member that it fills
 * @param kind how it is filled in
 * @param weight whether something must stand there
 * @param columns fields of a row, or of the object that a group is
 * @param choices what may stand there, or what is offered
 */
public record FormField(
    String name, Kind kind, Weight weight, List<FormField> columns, List<String> choices) {

  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "aliases",
          "keywords",
          "personThemes",
          "legalThemes",
          "lifeEvents",
          "windowIds",
          "attachments",
          "relations",
          "situations");

  /** How a field is filled in, and what it is in the record. */
  public enum Kind {
    /** A text of one line. */
    LINE,
    /** A text of several lines on the screen, without breaks in the record. */
    TEXT,
    /** A day. */
    DAY,
    /** A whole number, 0 and up. */
    NUMBER,
    /** Yes, no, or not stated. */
    FLAG,
    /** Yes or no. */
    BOX,
    /** One of a few constants. */
    CHOICE,
    /** Any of a few constants. */
    PICKS,
    /** A department of the catalogue, by its id. */
    DEPARTMENT,
    /** A node of a tree of the catalogue, by its id; the choices name the tree. */
    NODE,
    /** Any nodes of such a tree, by their ids. */
    NODES,
    /** A text for which the names of such a tree are offered. */
    NODE_NAME,
    /** A form to fill in, by its id. */
    FORM,
    /** Windows of the halls' maps, by their ids. */
    WINDOWS,
    /** A record that the row's title names, by its id. */
    RECORD,
    /** One file with its label. */
    FILE,
    /** Files with their labels, in their order. */
    FILES,
    /** A list of texts, each a line; empty is not stated, or none where that is said. */
    LINES,
    /** Rows of fields. */
    ROWS,
    /** An object of fields; gone where all of them are empty. */
    GROUP,
    /** The answers of a situation: each a line, known by an id of its own. */
    ANSWERS,
    /** In which situations a row applies. */
    WHEN,
    /** Headings, paragraphs, lists, tables and files. */
    BLOCKS
  }

  /** Whether something must stand in a field. */
  public enum Weight {
    /** Without it the record is not handed in. */
    REQUIRED,
    /** The law asks for it; the linter says so. */
    STATUTORY,
    OPTIONAL
  }

  public FormField {
    columns = List.copyOf(columns);
    choices = List.copyOf(choices);
  }

  /** Whether there is a difference between none of it and nothing said about it. */
  public boolean canBeNone() {
    return !ALWAYS_THERE.contains(name);
  }

  static FormField of(String name, Kind kind) {
    return new FormField(name, kind, Weight.OPTIONAL, List.of(), List.of());
  }

  static FormField rows(String name, FormField... columns) {
    return new FormField(name, Kind.ROWS, Weight.OPTIONAL, List.of(columns), List.of());
  }

  static FormField files(String name) {
    return new FormField(
        name, Kind.FILES, Weight.OPTIONAL, List.of(of("name", Kind.LINE).required()), List.of());
  }

  static FormField file(String name) {
    return new FormField(
        name, Kind.FILE, Weight.OPTIONAL, List.of(of("name", Kind.LINE).required()), List.of());
  }

  /** Whether it is rows of fields. */
  boolean hasRows() {
    return kind == Kind.ROWS || kind == Kind.FILES;
  }

  static FormField group(String name, FormField... columns) {
    return new FormField(name, Kind.GROUP, Weight.OPTIONAL, List.of(columns), List.of());
  }

  FormField required() {
    return new FormField(name, kind, Weight.REQUIRED, columns, choices);
  }

  FormField statutory() {
    return new FormField(name, kind, Weight.STATUTORY, columns, choices);
  }

  FormField offering(String... offered) {
    return new FormField(name, kind, weight, columns, List.of(offered));
  }
}

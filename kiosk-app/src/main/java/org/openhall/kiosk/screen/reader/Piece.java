package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.content.Form;

/**
 * A piece of a page that is drawn by itself, so that of a long law only the few pieces on the
 * screen exist as nodes.
 */
sealed interface Piece {

  /**
   * The title, the facts and the summary.
   *
   * @param summary 内容概述, or null where it has none
   */
  record Opening(String title, @Nullable String summary) implements Piece {}

  /**
   * Says that the source gives no body.
   *
   * @param original address of the original, or null where the source gives none
   */
  record NoBody(@Nullable String original) implements Piece {}

  /** Where the text ends. */
  record Closing() implements Piece {}

  /** A heading of the body, level 1 to 4. */
  record Heading(int level, String text) implements Piece {}

  /** A paragraph. */
  record Paragraph(String text) implements Piece {}

  /** One item of a list; marker is its number or bullet. */
  record Item(String marker, String text) implements Piece {}

  /**
   * Some rows of a table.
   *
   * @param table which table of the body, from 0
   * @param caption stands over the first band only
   * @param first whether it is the table's first band
   * @param columns what the columns would like, the same in every band of a table
   */
  record Band(
      int table, boolean first, @Nullable String caption, TableGrid grid, List<ColumnWish> columns)
      implements Piece {

    /** The caption, where there is one, and the cells. */
    private List<String> said() {
      return Stream.concat(
              Stream.ofNullable(caption), grid.cells().stream().map(c -> c.cell().text()))
          .toList();
    }

    /** Which of the texts is that of its first cell. */
    int firstCell() {
      return caption == null ? 0 : 1;
    }
  }

  /** A picture in the text. */
  record Picture(Attachment file, @Nullable String caption) implements Piece {}

  /**
   * Files that go with the text.
   *
   * @param key of the words over them; empty where they stand in the text
   */
  record Files(String key, List<Attachment> files) implements Piece {
    public Files {
      files = List.copyOf(files);
    }
  }

  /**
   * Words over a part of the page.
   *
   * @param key of the words
   * @param given false where the source has no such part, which is then said below
   */
  record Caption(String key, boolean given) implements Piece {}

  /** Documents that belong to this one. */
  record Relations(List<Document.Link> links) implements Piece {
    public Relations {
      links = List.copyOf(links);
    }
  }

  /** Forms to fill in. */
  record Forms(List<Form> forms) implements Piece {
    public Forms {
      forms = List.copyOf(forms);
    }
  }

  /**
   * A body that can be turned to: a block of facts.
   *
   * @param key of the words over it
   */
  record FactBlock(String key, List<Line> lines) implements Piece {
    public FactBlock {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A fact.
   *
   * @param key of the words before it
   * @param value what the source says, or null
   */
  record Line(String key, @Nullable String value) {}

  /** A block of a kind that this version cannot show. */
  record Unknown() implements Piece {}

  /** Rows of a table drawn at once. */
  int ROWS_PER_BAND = 12;

  /** The pieces of a body, in order. */
  static List<Piece> of(List<Block> body) {
    List<Piece> pieces = new ArrayList<>();
    int tables = 0;
    for (Block block : body) {
      switch (block) {
        case Block.Heading h -> pieces.add(new Heading(Math.clamp(h.level(), 1, 4), h.text()));
        case Block.Paragraph p -> pieces.add(new Paragraph(p.text().stripLeading()));
        case Block.ItemList list -> addItems(list, pieces);
        case Block.Table table -> addBands(tables++, table, pieces);
        case Block.Image image -> pieces.add(new Picture(image.file(), image.caption()));
        case Block.AttachedFile it -> pieces.add(new Files("", List.of(it.file())));
        case Block.UnknownBlock _ -> pieces.add(new Unknown());
      }
    }
    return pieces;
  }

  private static void addItems(Block.ItemList list, List<Piece> pieces) {
    for (int i = 0; i < list.items().size(); i++) {
      String marker = list.ordered() ? (i + 1) + "." : "•";
      pieces.add(new Item(marker, list.items().get(i)));
    }
  }

  private static void addBands(int number, Block.Table table, List<Piece> pieces) {
    TableGrid grid = TableGrid.of(table);
    List<ColumnWish> columns = ColumnWish.of(grid);
    boolean first = true;
    for (TableGrid band : grid.bands(ROWS_PER_BAND)) {
      pieces.add(new Band(number, first, first ? table.caption() : null, band, columns));
      first = false;
    }
  }

  /** The texts that a reader sees in this piece, in reading order. */
  default List<String> texts() {
    return switch (this) {
      case Opening o when o.summary() == null -> List.of(o.title());
      case Opening o -> List.of(o.title(), o.summary());
      case Heading h -> List.of(h.text());
      case Paragraph p -> List.of(p.text());
      case Item i -> List.of(i.text());
      case Band b -> b.said();
      case Picture p -> p.caption() == null ? List.of() : List.of(p.caption());
      case Files _, Caption _, Relations _, Forms _, FactBlock _ -> List.of();
      case NoBody _, Unknown _, Closing _ -> List.of();
    };
  }

  /** Whether there is anything of it to be drawn. */
  default boolean saysSomething() {
    return switch (this) {
      case Files it -> !it.files().isEmpty();
      case Relations it -> !it.links().isEmpty();
      case Forms it -> !it.forms().isEmpty();
      default -> true;
    };
  }
}

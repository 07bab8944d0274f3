package org.openhall.office.desk.records;

import java.util.List;
import org.openhall.content.search.Folding;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.PinyinText;
import org.openhall.office.edit.FormField;

/**
 * A field of a form as it is shown.
 *
 * @param path by which it is sent
 * @param label its name
 * @param field what kind it is
 * @param value what stands in it; of lists the lines
 * @param choices what may be chosen or is offered
 * @param isNone whether it is said that there are none
 * @param rows of rows and groups: their fields, row by row
 * @param blocks of a body
 * @param files of a field of files, as they are; the rows are their labels
 */
public record FieldView(
    String path,
    String label,
    FormField field,
    String value,
    List<Choice> choices,
    boolean isNone,
    List<List<FieldView>> rows,
    List<BlockView> blocks,
    List<FileView> files) {

  /** Something to choose. */
  public record Choice(String value, String label, boolean isChosen) {
    /** By what it is found beside its label: initials and pinyin, as zbgg and zhaobiaogonggao. */
    public String sounds() {
      String folded = Folding.fold(label);
      String initials = PinyinText.of(folded, PINYIN).initials().replaceAll(" +", " ");
      return initials + " " + String.join("", PINYIN.syllables(folded));
    }
  }

  private static final Pinyin PINYIN = new Pinyin();

  /** From so many choices on, they are looked for by typing. */
  private static final int MANY = 12;

  /** Whether there are so many choices that people look for one by typing. */
  public boolean isLong() {
    return choices.size() >= MANY;
  }

  /** Its kind, for the template that draws it. */
  public String kind() {
    return field.kind().name();
  }

  /** The id of its control, which links can lead to. */
  public String id() {
    return idOf(path);
  }

  /** The id of a row, or of what a path leads to. */
  public static String idOf(String path) {
    return path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  /** Lines of a box that shows all of the text, within reason. */
  public int height() {
    long lines = value.lines().mapToLong(line -> 1 + line.length() / 45).sum();
    return Math.clamp(lines + 1, 2, 14);
  }
}

package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/** What a pad knows: its face, the keys that are not yet a word, and what they may mean. */
final class InputPadModel {
  /** Width of a candidate: its characters, what stands around them, and the least; pixels. */
  private static final double CHARACTER = 44;

  private static final double AROUND = 44;
  private static final double LEAST = 88;

  /**
   * Some of the candidates, as many as there is room for.
   *
   * @param candidates from left to right
   * @param before whether there are likelier ones
   * @param after whether there are more
   */
  record Page(List<Candidate> candidates, boolean before, boolean after) {
    static final Page EMPTY = new Page(List.of(), false, false);
  }

  private final InputMethod inputMethod;
  private final InputPad.Target target;
  private final ReadOnlyObjectWrapper<PadLayout> layout =
      new ReadOnlyObjectWrapper<>(PadLayout.PINYIN);
  private final ReadOnlyBooleanWrapper capitals = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
  private final List<Integer> pageStarts = new ArrayList<>();
  private String keys = "";
  private List<Candidate> candidates = List.of();
  private double room = LEAST;

  InputPadModel(InputMethod inputMethod, InputPad.Target target) {
    this.inputMethod = inputMethod;
    this.target = target;
  }

  ReadOnlyObjectProperty<PadLayout> layout() {
    return layout.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty capitals() {
    return capitals.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Page> page() {
    return page.getReadOnlyProperty();
  }

  /** Tells how wide the row of candidates is, pixels. */
  void room(double pixels) {
    room = Math.max(LEAST, pixels);
    firstPage();
  }

  /** How wide a candidate is, pixels. */
  static double width(Candidate candidate) {
    String text = candidate.text();
    return Math.max(LEAST, text.codePointCount(0, text.length()) * CHARACTER + AROUND);
  }

  /** Turns to another face; what was not yet a word becomes the likeliest one. */
  void show(PadLayout chosen) {
    finish();
    capitals.set(false);
    layout.set(chosen);
  }

  /** A key of the present face. */
  void press(char key) {
    switch (key) {
      case PadLayout.BACKSPACE -> backspace();
      case PadLayout.SHIFT -> capitals.set(!capitals.get());
      default -> type(typed(key));
    }
  }

  private String typed(char key) {
    String face = Character.toString(key);
    boolean asItStands = layout.get() == PadLayout.DIGITS || capitals.get();
    return asItStands ? face : face.toLowerCase(Locale.ROOT);
  }

  /** Text from a key, or from a keyboard that someone has plugged in. */
  void type(String text) {
    if (composes(text)) {
      if (keys.length() < InputMethod.LONGEST_INPUT) {
        compose(keys + text);
      }
    } else if (!text.equals("'") || layout.get() != PadLayout.PINYIN) {
      finish();
      target.type(text);
    }
  }

  private boolean composes(String text) {
    return switch (layout.get()) {
      case PINYIN -> inputMethod.hasPinyin() && text.matches(keys.isEmpty() ? "[a-z]" : "[a-z']");
      case STROKES -> inputMethod.hasStrokes() && PadLayout.isStroke(text);
      case LETTERS, DIGITS, SYMBOLS -> false;
    };
  }

  private void compose(String composed) {
    keys = composed;
    candidates =
        layout.get() == PadLayout.STROKES
            ? inputMethod.strokes(PadLayout.strokeKeys(keys))
            : inputMethod.pinyin(keys);
    firstPage();
    target.compose(keys, likely());
  }

  /** The first candidate if it stands for all keys, else the letters as they are. */
  private String likely() {
    if (!candidates.isEmpty() && candidates.getFirst().keys() >= keys.length()) {
      return candidates.getFirst().text();
    }
    return layout.get() == PadLayout.STROKES ? "" : keys;
  }

  /** Takes a candidate; the keys that it does not stand for go on being composed. */
  void choose(Candidate candidate) {
    String rest = keys.substring(Math.min(keys.length(), candidate.keys()));
    compose("");
    target.type(candidate.text());
    if (!rest.isEmpty()) {
      compose(rest);
    }
  }

  /** The space key: the first candidate, or a space where nothing is being composed. */
  void space() {
    if (keys.isEmpty()) {
      target.type(" ");
    } else if (candidates.isEmpty()) {
      finish();
    } else {
      choose(candidates.getFirst());
    }
  }

  /** Takes the last key away that is not yet a word, or else the last character. */
  void backspace() {
    if (keys.isEmpty()) {
      target.backspace();
    } else {
      compose(keys.substring(0, keys.length() - 1));
    }
  }

  /** Takes everything away. */
  void clear() {
    if (!keys.isEmpty()) {
      compose("");
    }
    target.clear();
  }

  /** Makes a word of what is being composed. */
  private void finish() {
    if (!keys.isEmpty()) {
      String text = likely();
      compose("");
      target.type(text);
    }
  }

  void nextPage() {
    Page shown = page.get();
    if (shown.after()) {
      pageStarts.add(pageStarts.getLast() + shown.candidates().size());
      turn();
    }
  }

  void previousPage() {
    if (pageStarts.size() > 1) {
      pageStarts.removeLast();
      turn();
    }
  }

  private void firstPage() {
    pageStarts.clear();
    pageStarts.add(0);
    turn();
  }

  private void turn() {
    int start = pageStarts.getLast();
    int end = start;
    double filled = 0;
    while (end < candidates.size()
        && (end == start || filled + width(candidates.get(end)) <= room)) {
      filled += width(candidates.get(end));
      end++;
    }
    page.set(new Page(candidates.subList(start, end), start > 0, end < candidates.size()));
  }
}

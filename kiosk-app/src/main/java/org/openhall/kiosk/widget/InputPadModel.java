package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/** What a pad knows: its face, the keys that are not yet a word, and what they may mean. */
final class InputPadModel {
  /** A part of what is composed that has been chosen, and the keys that it was chosen for. */
  private record Part(String text, String keys) {}

  private final InputMethod inputMethod;
  private final InputPad.Target target;
  private final ReadOnlyObjectWrapper<PadLayout> layout =
      new ReadOnlyObjectWrapper<>(PadLayout.PINYIN);
  private final ReadOnlyBooleanWrapper capitals = new ReadOnlyBooleanWrapper(false);
  private final CandidatePages pages = new CandidatePages();

  /** What was chosen of the keys that came before {@link #keys} and is not yet text. */
  private final List<Part> parts = new ArrayList<>();

  private String keys = "";
  private boolean justChosen;

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

  CandidatePages pages() {
    return pages;
  }

  /** Turns to another face; what was not yet a word becomes the likeliest one. */
  void show(PadLayout chosen) {
    finish();
    pages.show(List.of());
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
      pages.show(List.of());
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
    justChosen = false;
    pages.show(
        layout.get() == PadLayout.STROKES
            ? inputMethod.strokes(PadLayout.strokeKeys(keys))
            : inputMethod.pinyin(keys));
    target.compose(chosenText() + keys, chosenText() + likely());
  }

  /** The first candidate if it stands for all keys, else the letters as they are. */
  private String likely() {
    List<Candidate> candidates = pages.all();
    if (!candidates.isEmpty() && candidates.getFirst().keys() >= keys.length()) {
      return candidates.getFirst().text();
    }
    return layout.get() == PadLayout.STROKES ? "" : keys;
  }

  private String chosenText() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /**
   * Takes a candidate; the keys that it does not stand for go on being composed, and what was
   * chosen becomes text with the last of them. One that comes next is text at once.
   */
  void choose(Candidate candidate) {
    if (keys.isEmpty()) {
      typeAndGoOn(candidate.text());
      return;
    }
    int used = Math.min(keys.length(), candidate.keys());
    parts.add(new Part(candidate.text(), keys.substring(0, used)));
    if (used < keys.length()) {
      compose(keys.substring(used));
      justChosen = true;
    } else {
      remember();
      String text = chosenText();
      forgetKeys();
      typeAndGoOn(text);
    }
  }

  /** Whoever puts a name together out of characters finds it whole the next time. */
  private void remember() {
    if (layout.get() == PadLayout.PINYIN) {
      parts.forEach(part -> inputMethod.remember(part.keys(), part.text()));
      String letters = parts.stream().map(Part::keys).collect(Collectors.joining());
      inputMethod.remember(letters, chosenText());
    }
  }

  private void typeAndGoOn(String text) {
    target.type(text);
    pages.show(layout.get() == PadLayout.PINYIN ? inputMethod.next(text) : List.of());
  }

  private void forgetKeys() {
    parts.clear();
    compose("");
  }

  /** The space key: the first candidate, or a space where nothing is being composed. */
  void space() {
    if (keys.isEmpty()) {
      type(" ");
    } else if (pages.all().isEmpty()) {
      finish();
    } else {
      choose(pages.all().getFirst());
    }
  }

  /**
   * Takes back the choice just made, or else the last key that is not yet a word, or else the last
   * character.
   */
  void backspace() {
    if (keys.isEmpty()) {
      target.backspace();
      pages.show(List.of());
    } else if (justChosen) {
      compose(parts.removeLast().keys() + keys);
    } else if (keys.length() == 1) {
      String text = chosenText();
      forgetKeys();
      typeUnlessEmpty(text);
    } else {
      compose(keys.substring(0, keys.length() - 1));
    }
  }

  private void typeUnlessEmpty(String text) {
    if (!text.isEmpty()) {
      target.type(text);
    }
  }

  /** Takes everything away. */
  void clear() {
    if (!keys.isEmpty()) {
      forgetKeys();
    }
    pages.show(List.of());
    target.clear();
  }

  /** Makes a word of what is being composed. */
  private void finish() {
    if (!keys.isEmpty()) {
      String text = chosenText() + likely();
      forgetKeys();
      target.type(text);
    }
  }
}

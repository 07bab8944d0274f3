package org.openhall.kiosk.screen.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Hit;
import org.openhall.content.store.SearchResult;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the search screen knows: the words typed so far, and what was found for the latest. */
final class SearchModel {
  /** Hits shown at most; the count says how many more there are. */
  static final int HITS_SHOWN = 60;

  /** Characters taken at most. */
  static final int LONGEST_QUERY = 60;

  /** What the page shows below the field. */
  sealed interface State {
    /** Nothing was typed. */
    record Waiting() implements State {}

    /**
     * Something was found.
     *
     * @param query what was searched for
     */
    record Found(String query, SearchResult result) implements State {}

    /** Nothing has these words. */
    record Nothing(String query) implements State {}

    /** This terminal has no content yet. */
    record NoContent() implements State {}

    /** The content is damaged on this terminal. */
    record Damaged() implements State {}
  }

  /** Suggestions shown at most. */
  private static final int SUGGESTIONS = 8;

  private static final Reply NOTHING = new Reply(new State.Found("", SearchResult.NONE), List.of());

  /** What the content says to the words: what it has, and how they may go on. */
  private record Reply(State.Found found, List<String> suggestions) {}

  /** Words to look for, as they stand or in whatever way finds something. */
  private record Way(String words, boolean exactly) {}

  private final ContentSource content;
  private final Pause pause;
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper composed = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Waiting());
  private final ReadOnlyObjectWrapper<List<String>> suggestions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final AtomicLong latest = new AtomicLong();
  private String likely = "";
  private boolean asTyped;

  SearchModel(ContentSource content, Pause pause) {
    this.content = content;
    this.pause = pause;
  }

  /** The words typed so far. */
  ReadOnlyStringProperty typed() {
    return typed.getReadOnlyProperty();
  }

  /** The keys behind them that are not yet a word. */
  ReadOnlyStringProperty composed() {
    return composed.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Names that go on as was typed. */
  ReadOnlyObjectProperty<List<String>> suggestions() {
    return suggestions.getReadOnlyProperty();
  }

  /** Searches for what was typed, not for what may have been meant; until the words change. */
  void searchAsTyped() {
    asTyped = true;
    latest.incrementAndGet();
    ask();
  }

  /** Lets the content learn its words before somebody types one. */
  void prepare() {
    content.ask(
        snapshot -> {
          snapshot.prepareSearch();
          return true;
        },
        _ -> {});
  }

  /** Adds to the words; what goes beyond {@link #LONGEST_QUERY} is not taken. */
  void type(String text) {
    String words = typed.get();
    int room = LONGEST_QUERY - words.codePointCount(0, words.length());
    int taken = Math.min(room, text.codePointCount(0, text.length()));
    if (taken > 0) {
      change(words + text.substring(0, text.offsetByCodePoints(0, taken)));
    }
  }

  /**
   * Keys that are not yet a word are searched for, too.
   *
   * @param meant what they mean most likely
   */
  void compose(String keys, String meant) {
    composed.set(keys);
    likely = meant;
    change(typed.get());
  }

  /** Takes the last character away, a surrogate pair whole. */
  void backspace() {
    String words = typed.get();
    if (!words.isEmpty()) {
      change(words.substring(0, words.offsetByCodePoints(words.length(), -1)));
    }
  }

  void clear() {
    change("");
  }

  private void change(String words) {
    typed.set(words);
    asTyped = false;
    latest.incrementAndGet();
    if (words.isBlank() && composed.get().isEmpty()) {
      pause.stop();
      suggestions.set(List.of());
      state.set(new State.Waiting());
    } else {
      pause.thenRun(this::ask);
    }
  }

  /** A question that a later key has overtaken is not worked on, and its answer is dropped. */
  private void ask() {
    long asked = latest.get();
    List<Way> ways = ways();
    content.ask(
        snapshot -> asked == latest.get() ? reply(snapshot, ways) : NOTHING,
        answer -> {
          if (asked == latest.get()) {
            suggestions.set(
                answer instanceof Answer.Given<Reply>(Reply reply) ? reply.suggestions : List.of());
            state.set(stateOf(answer));
          }
        });
  }

  /**
   * What may be meant, likeliest first: letters alone find titles by their pinyin, and what they
   * most likely mean finds the rest; then they may be mistyped.
   */
  private List<Way> ways() {
    String words = typed.get().strip();
    boolean letters = composed.get().matches("[a-z']+");
    if (!words.isEmpty() || !letters) {
      return List.of(new Way((words + likely).strip(), asTyped));
    }
    Way keys = new Way(composed.get().replace("'", ""), true);
    return asTyped
        ? List.of(keys)
        : List.of(keys, new Way(likely, false), new Way(keys.words, false));
  }

  private static Reply reply(ContentSnapshot snapshot, List<Way> ways)
      throws UnreadableSnapshotException {
    List<String> next = snapshot.completions(ways.getFirst().words, SUGGESTIONS);
    State.Found found = NOTHING.found;
    for (Way way : ways) {
      found = new State.Found(way.words, search(snapshot, way));
      if (!found.result().hits().isEmpty()) {
        break;
      }
    }
    return new Reply(found, next);
  }

  private static SearchResult search(ContentSnapshot snapshot, Way way)
      throws UnreadableSnapshotException {
    return way.exactly
        ? snapshot.searchExactly(way.words, HITS_SHOWN)
        : snapshot.search(way.words, HITS_SHOWN);
  }

  private static State stateOf(Answer<Reply> answer) {
    return switch (answer) {
      case Answer.Given<Reply>(Reply(State.Found found, _)) ->
          found.result().hits().isEmpty() ? new State.Nothing(found.query()) : found;
      case Answer.NoContent<Reply> _ -> new State.NoContent();
      case Answer.Damaged<Reply> _ -> new State.Damaged();
    };
  }

  /** A line of the list of hits. */
  sealed interface Line {
    /** Stands over the hits of a kind. */
    record Group(Hit.Kind kind, int hits) implements Line {}

    /**
     * One hit.
     *
     * @param marks the words to mark in it
     */
    record Found(Hit hit, String marks) implements Line {}

    /** Says that only so many of the hits are listed. */
    record Rest(int listed) implements Line {}
  }

  /** The hits by kind, the kind of the best hit first; within a kind the order of the search. */
  static List<Line> lines(State.Found found) {
    List<Line> lines = new ArrayList<>();
    List<Hit> hits = found.result().hits();
    String marks = found.result().marks().isEmpty() ? found.query() : found.result().marks();
    for (Hit.Kind kind : hits.stream().map(Hit::kind).distinct().toList()) {
      List<Hit> ofKind = hits.stream().filter(hit -> hit.kind() == kind).toList();
      lines.add(new Line.Group(kind, ofKind.size()));
      ofKind.forEach(hit -> lines.add(new Line.Found(hit, marks)));
    }
    if (found.result().count() > hits.size()) {
      lines.add(new Line.Rest(hits.size()));
    }
    return lines;
  }
}

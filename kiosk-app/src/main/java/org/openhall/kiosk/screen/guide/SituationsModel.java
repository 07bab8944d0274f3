package org.openhall.kiosk.screen.guide;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.Situation;
import org.openhall.content.Situations;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the questions of a guide know: the answers so far, and what is asked next. */
final class SituationsModel {
  private final GuideModel guide;
  private final ReadOnlyObjectWrapper<Loaded<Page>> page =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  /** What is on the page. */
  sealed interface Page {
    /**
     * A question.
     *
     * @param number its place, from 1
     * @param most how many there can be in all
     */
    record Asking(OwnCase own, Situation question, int number, int most) implements Page {}

    /** Everything is answered: the person's own list. */
    record Done(OwnCase own, ReleaseInfo release) implements Page {}
  }

  SituationsModel(ContentSource content, String guideId) {
    guide = new GuideModel(content, guideId);
    guide.reading().subscribe(this::opened);
  }

  ReadOnlyObjectProperty<Loaded<Page>> page() {
    return page.getReadOnlyProperty();
  }

  /** Answers the question on the page. */
  void answer(String choiceId) {
    if (shown().orElse(null) instanceof Page.Asking asking) {
      turnTo(asking.own().with(asking.question().id(), choiceId));
    }
  }

  /** Whether there is a question before this page. */
  boolean canGoBack() {
    return own().filter(own -> !own.answers().isEmpty()).isPresent();
  }

  /** To the question answered last. */
  void back() {
    own()
        .ifPresent(own -> {
          List<String> answered = List.copyOf(own.answers().keySet());
          if (!answered.isEmpty()) {
            turnTo(own.before(answered.getLast()));
          }
        });
  }

  /** Asks a question again; the answers after it are given up, for they may depend on it. */
  void change(String questionId) {
    own().ifPresent(own -> turnTo(own.before(questionId)));
  }

  private void opened(Loaded<GuideModel.Reading> reading) {
    switch (reading) {
      case Loaded.Loading<GuideModel.Reading> _ -> page.set(new Loaded.Loading<>());
      case Loaded.Missing<GuideModel.Reading> _ -> page.set(new Loaded.Missing<>());
      case Loaded.Withdrawn<GuideModel.Reading>(var withdrawal) ->
          page.set(new Loaded.Withdrawn<>(withdrawal));
      case Loaded.NoContent<GuideModel.Reading> _ -> page.set(new Loaded.NoContent<>());
      case Loaded.Damaged<GuideModel.Reading> _ -> page.set(new Loaded.Damaged<>());
      case Loaded.Shown<GuideModel.Reading>(GuideModel.Reading read) ->
          page.set(new Loaded.Shown<>(page(OwnCase.unanswered(read.guide()), read.release())));
    }
  }

  private void turnTo(OwnCase own) {
    if (guide.reading().get()
        instanceof Loaded.Shown<GuideModel.Reading>(GuideModel.Reading read)) {
      page.set(new Loaded.Shown<>(page(own, read.release())));
    }
  }

  private static Page page(OwnCase own, ReleaseInfo release) {
    Situations narrowed = own.narrowed();
    int number = narrowed.answered().size() + 1;
    return narrowed
        .next()
        .<Page>map(next -> new Page.Asking(own, next, number, own.most()))
        .orElseGet(() -> new Page.Done(own, release));
  }

  private Optional<OwnCase> own() {
    return shown()
        .map(now ->
            switch (now) {
              case Page.Asking asking -> asking.own();
              case Page.Done done -> done.own();
            });
  }

  private Optional<Page> shown() {
    return page.get() instanceof Loaded.Shown<Page>(Page now) ? Optional.of(now) : Optional.empty();
  }
}

package org.openhall.kiosk.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The way between screens. Going back finds a screen as it was left, unless the language or the
 * content has changed since; then it is built anew.
 */
public final class Navigator {
  private static final int STEPS_KEPT = 30;

  private final Function<Destination, Screen> screens;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Step home = new Step(new Destination.Home());
  private final ReadOnlyObjectWrapper<@Nullable Screen> current = new ReadOnlyObjectWrapper<>();
  private Runnable beforeTurn = () -> {};
  private Consumer<Destination> opened = _ -> {};

  public Navigator(Function<Destination, Screen> screens) {
    this.screens = screens;
  }

  /** The screen being shown; null only before the first. */
  public ReadOnlyObjectProperty<@Nullable Screen> current() {
    return current.getReadOnlyProperty();
  }

  /** Where the citizen is. */
  public Destination destination() {
    return steps.isEmpty() ? new Destination.Attract() : steps.element().destination;
  }

  /** Whether {@link #back()} leads anywhere. */
  public boolean canGoBack() {
    return steps.size() > 1;
  }

  /** Runs before each turn of a page, when no finger is on a text. */
  public void beforeTurn(Runnable action) {
    beforeTurn = action;
  }

  /** Turns to a page; the page before it waits for {@link #back()}. */
  public void go(Destination destination) {
    beforeTurn.run();
    Screen leaving = current.get();
    if (leaving != null) {
      leaving.covered();
    }
    if (steps.size() == STEPS_KEPT) {
      steps.removeLast().close();
    }
    steps.push(new Step(destination));
    show();
    opened.accept(destination);
  }

  /** Hears of each page that is opened anew, not of those to which somebody turns back. */
  public void onOpened(Consumer<Destination> listener) {
    opened = listener;
  }

  /** Turns back one page, or stays on the first. */
  public void back() {
    if (canGoBack()) {
      beforeTurn.run();
      steps.pop().close();
      show();
    }
  }

  /** Starts a fresh way at the home screen, which is built once in a visit. */
  public void home() {
    startAt(home);
  }

  /** The home screen, wherever the citizen is; empty where it would have to be built. */
  public Optional<Screen> homeScreen() {
    return Optional.ofNullable(home.screen);
  }

  /** Ends at the attract screen; nothing of the way is kept. */
  public void attract() {
    forgetScreens();
    startAt(new Step(new Destination.Attract()));
  }

  /** Lets every kept screen be built anew, the present one at once. */
  public void rebuild() {
    forgetScreens();
    if (!steps.isEmpty()) {
      show();
    }
  }

  /** Lets every kept screen but the present one be built anew when it is next shown. */
  public void forgetScreensBehind() {
    steps.stream().skip(1).forEach(Step::close);
  }

  /**
   * Records have been taken back: the page of one says so at once, its attachment gives way to that
   * page, and kept screens that may name it are built anew when they are next shown.
   */
  public void withdrawn(Set<String> ids) {
    forgetScreensBehind();
    if (isAbout(steps.peek(), ids)) {
      rebuild();
    } else if (destination() instanceof Destination.FilePage
        && steps.stream().skip(1).findFirst().filter(owner -> isAbout(owner, ids)).isPresent()) {
      back();
    }
  }

  private static boolean isAbout(@Nullable Step step, Set<String> ids) {
    return step != null && step.destination.subject().filter(ids::contains).isPresent();
  }

  private void startAt(Step first) {
    beforeTurn.run();
    steps.stream().filter(step -> step != home).forEach(Step::close);
    steps.clear();
    steps.push(first);
    homeScreen().ifPresent(Screen::begun);
    show();
  }

  private void forgetScreens() {
    steps.forEach(Step::close);
  }

  private void show() {
    current.set(steps.element().screen(screens));
  }

  /** A page on the way, and its screen while one is kept. */
  private static final class Step {
    private final Destination destination;
    private @Nullable Screen screen;

    Step(Destination destination) {
      this.destination = destination;
    }

    Screen screen(Function<Destination, Screen> screens) {
      Screen kept = screen;
      if (kept == null) {
        kept = screens.apply(destination);
        screen = kept;
      }
      return kept;
    }

    void close() {
      if (screen != null) {
        screen.closed();
        screen = null;
      }
    }
  }
}

package org.openhall.kiosk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.link.event.UsageKind;

/**
 * One citizen's visit, from the first touch to the end. It lives in memory only: {@link #end()}
 * erases the card and forgets the rest (个人信息保护法 第19条, 第47条).
 */
public final class Session {
  private static final int PAGES_KEPT = 40;

  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(false);
  private final List<String> pages = new ArrayList<>();
  private final List<Runnable> endings = new ArrayList<>();
  private final List<Consumer<UsageKind>> counters = new ArrayList<>();
  private @Nullable IdentityCard card;
  private @Nullable SocialCard socialCard;

  /** Whether a visit is under way. */
  public ReadOnlyBooleanProperty active() {
    return active.getReadOnlyProperty();
  }

  /** A citizen has touched the screen. */
  public void begin() {
    if (!active.get()) {
      active.set(true);
      used(UsageKind.VISIT);
    }
  }

  /** Something was used in this visit; counted, and not remembered. */
  public void used(UsageKind kind) {
    counters.forEach(counter -> counter.accept(kind));
  }

  /** Hears of everything that is used. */
  public void onUse(Consumer<UsageKind> counter) {
    counters.add(counter);
  }

  /** Remembers the title of a document that was read; each once, the latest last. */
  public void visited(String title) {
    if (title.isEmpty()) {
      return;
    }
    pages.remove(title);
    pages.add(title);
    if (pages.size() > PAGES_KEPT) {
      pages.removeFirst();
    }
  }

  /** The titles read in this visit, oldest first. */
  public List<String> pages() {
    return List.copyOf(pages);
  }

  /** Keeps a card until the end, or until another takes its place. */
  public void hold(IdentityCard read) {
    release();
    card = read;
  }

  /** Keeps a social-security card that tells its holder, as {@link #hold(IdentityCard)}. */
  public void hold(SocialCard read) {
    release();
    socialCard = read;
    card = read.identity().orElseThrow();
  }

  /** The social-security card of this visit, where one is kept. */
  public Optional<SocialCard> socialCard() {
    return Optional.ofNullable(socialCard);
  }

  /** The card of this visit, or the holder that it tells, while one is kept. */
  public Optional<IdentityCard> card() {
    return Optional.ofNullable(card);
  }

  /** Erases the card at once; the visit goes on. */
  public void release() {
    if (card != null) {
      card.close();
      card = null;
    }
    if (socialCard != null) {
      socialCard.close();
      socialCard = null;
    }
  }

  /** Runs at every end, after everything was forgotten. */
  public void onEnd(Runnable action) {
    endings.add(action);
  }

  /** Ends the visit: the card is erased, the pages are forgotten. */
  public void end() {
    release();
    pages.clear();
    active.set(false);
    endings.forEach(Runnable::run);
  }
}

package org.openhall.kiosk.screen.search;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.link.event.UsageKind;

/**
 * Counts searches: not every letter on the way, but what was found when the words had come to rest,
 * as somebody opened a hit, went away or wiped them out. The words themselves are not told.
 */
final class SearchCount {
  private final Consumer<UsageKind> counter;
  private @Nullable UsageKind latest;

  SearchCount(Consumer<UsageKind> counter) {
    this.counter = counter;
  }

  void seen(SearchModel.State state) {
    switch (state) {
      case SearchModel.State.Found _ -> latest = UsageKind.SEARCH_FOUND;
      case SearchModel.State.Nothing _ -> latest = UsageKind.SEARCH_EMPTY;
      case SearchModel.State.Waiting _ -> atRest();
      case SearchModel.State.NoContent _, SearchModel.State.Damaged _ -> latest = null;
    }
  }

  void atRest() {
    if (latest != null) {
      counter.accept(latest);
      latest = null;
    }
  }
}

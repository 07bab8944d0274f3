package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of lists of which null says that the source is silent. */
final class Lists {
  private Lists() {}

  static <T> @Nullable List<T> copyOrNull(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }
}

package org.openhall.content.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The numbers of titles, which are their order. Each kind has 2^32 of them and begins in the
 * middle; between neighbours some stay free, and where a place is full its neighbours move apart.
 */
final class TitleOrder {
  /** Numbers from one title to the next where nothing has been put in between; titles.sql too. */
  static final int STEP = 4;

  private static final int KIND_BITS = 32;
  private static final int FIRST_NEIGHBOURS = 4;

  private final Sql sql;
  private final Mover mover;

  /** Gives a title another number. */
  interface Mover {
    void move(long from, long to) throws SQLException;
  }

  TitleOrder(Sql sql, Mover mover) {
    this.sql = sql;
    this.mover = mover;
  }

  /** The place between two neighbours, of which either may be absent. */
  record Place(int kind, OptionalLong before, OptionalLong after) {}

  private record Numbered(long n, TitleKey key) {}

  /** Where a title that is not there belongs. */
  Place placeOf(TitleKey key) throws SQLException {
    long low = first(key.kind());
    long high = first(key.kind() + 1);
    OptionalLong least = atOrAfter(low, high);
    if (least.isEmpty()) {
      return new Place(key.kind(), least, least);
    }
    high = before(high, low).getAsLong() + 1;
    low = least.getAsLong();
    while (low < high) {
      long middle = (low + high) >>> 1;
      Numbered there = titleFrom(middle);
      if (there.key().compareTo(key) > 0) {
        high = middle;
      } else {
        low = there.n() + 1;
      }
    }
    OptionalLong before = before(low, first(key.kind()));
    return new Place(key.kind(), before, atOrAfter(low, first(key.kind() + 1)));
  }

  private Numbered titleFrom(long n) throws SQLException {
    String query = "SELECT " + TitleKey.COLUMNS + " FROM title WHERE n >= ? ORDER BY n LIMIT 1";
    return sql.first(query, row -> new Numbered(row.getLong("n"), TitleKey.ofTitle(row)), n)
        .orElseThrow();
  }

  /** The key of the title with this number, which must be there. */
  TitleKey keyOf(long n) throws SQLException {
    return titleFrom(n).key();
  }

  /** Free numbers in a place, ascending; makes room for them if need be. */
  List<Long> numbers(Place place, int count) throws SQLException {
    if (place.before().isPresent() && place.after().isPresent()) {
      long before = place.before().getAsLong();
      long room = place.after().getAsLong() - before;
      return room > count ? spread(before, room, count) : makeRoom(place, count);
    }
    long before = first(place.kind()) + (1L << (KIND_BITS - 1));
    if (place.before().isPresent()) {
      before = place.before().getAsLong();
    } else if (place.after().isPresent()) {
      before = place.after().getAsLong() - STEP * (count + 1L);
    }
    return spread(before, STEP * (count + 1L), count);
  }

  private static List<Long> spread(long before, long room, int count) {
    List<Long> numbers = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      numbers.add(before + room * i / (count + 1L));
    }
    return numbers;
  }

  /** Takes ever more neighbours until half of the numbers among them would be free. */
  private List<Long> makeRoom(Place place, int count) throws SQLException {
    int each = FIRST_NEIGHBOURS;
    Window window = window(place, count, each);
    while (window.room() < 2 * window.titles()) {
      each *= 2;
      window = window(place, count, each);
    }
    List<Long> numbers = spread(window.before(), window.room(), (int) window.titles() - 1);
    List<Long> old = new ArrayList<>(window.left().reversed());
    old.addAll(window.right());
    int at = window.left().size();
    List<Long> fresh = new ArrayList<>(numbers.subList(0, at));
    fresh.addAll(numbers.subList(at + count, numbers.size()));
    move(old, fresh);
    return numbers.subList(at, at + count);
  }

  /**
   * Neighbours that may move.
   *
   * @param left from the place downwards
   * @param right from the place upwards
   * @param before they must stay above this number
   * @param room and below this many more
   * @param titles those that come in between, and one, included
   */
  private record Window(List<Long> left, List<Long> right, long before, long room, long titles) {}

  private Window window(Place place, int count, int each) throws SQLException {
    long low = first(place.kind());
    long high = first(place.kind() + 1);
    List<Long> left = neighbours("n <= ? AND n >= ? ORDER BY n DESC", place.before(), low, each);
    List<Long> right = neighbours("n >= ? AND n < ? ORDER BY n", place.after(), high, each);
    long titles = 1L + left.size() + right.size() + count;
    OptionalLong next = atOrAfter(right.getLast() + 1, high);
    long above = next.orElse(right.getLast() + STEP);
    long before = before(left.getLast(), low).orElse(above - STEP * titles);
    return new Window(left, right, before, next.orElse(before + STEP * titles) - before, titles);
  }

  private List<Long> neighbours(String which, OptionalLong from, long end, int most)
      throws SQLException {
    return sql.list(
        "SELECT n FROM title WHERE " + which + " LIMIT ?",
        row -> row.getLong(1),
        from.getAsLong(),
        end,
        most);
  }

  /** Who moves down goes first from the left, who moves up first from the right: none collide. */
  private void move(List<Long> old, List<Long> fresh) throws SQLException {
    for (int i = 0; i < old.size(); i++) {
      if (fresh.get(i) < old.get(i)) {
        mover.move(old.get(i), fresh.get(i));
      }
    }
    for (int i = old.size() - 1; i >= 0; i--) {
      if (fresh.get(i) > old.get(i)) {
        mover.move(old.get(i), fresh.get(i));
      }
    }
  }

  private OptionalLong atOrAfter(long n, long end) throws SQLException {
    return sql.number("SELECT n FROM title WHERE n >= ? AND n < ? ORDER BY n LIMIT 1", n, end);
  }

  private OptionalLong before(long n, long least) throws SQLException {
    return sql.number(
        "SELECT n FROM title WHERE n < ? AND n >= ? ORDER BY n DESC LIMIT 1", n, least);
  }

  private static long first(int kind) {
    return (long) kind << KIND_BITS;
  }
}

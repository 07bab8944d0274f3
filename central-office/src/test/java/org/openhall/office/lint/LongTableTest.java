package org.openhall.office.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
  @Test
  void holdsWhatAMapWouldHold() {
    LongTable table = new LongTable();
    IdStore ids = new IdStore();
    Map<Long, Integer> map = new HashMap<>();
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long key = random.nextInt(60_000) - 30_000L;
      assertEquals(i, ids.add("记录-" + key));
      Integer before = map.putIfAbsent(key, i);
      assertEquals(before == null ? LongTable.ABSENT : before, table.putIfAbsent(key, i));
    }
    map.forEach((key, number) -> {
      assertEquals(number, table.get(key));
      assertEquals("记录-" + key, ids.get(number));
    });
    assertEquals(LongTable.ABSENT, table.get(70_000));
  }
}

package org.openhall.office.proposal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The changes that take an approved proposal back, a page of its items at a time. */
final class WayBack implements Iterator<Change> {
  private static final int PAGE = 200;

  private final JdbcClient client;
  private final ItemTable items;
  private final long proposal;
  private final Deque<Item> page = new ArrayDeque<>();
  private String last = "";

  WayBack(JdbcClient client, long proposal) {
    this.client = client;
    this.items = new ItemTable(client);
    this.proposal = proposal;
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty()) {
      List<Item> next = items.after(proposal, last, PAGE);
      page.addAll(next);
      last = next.isEmpty() ? last : next.getLast().recordId();
    }
    return !page.isEmpty();
  }

  @Override
  public Change next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = page.removeFirst();
    String id = item.recordId();
    if (item.base() == 0) {
      return new Change.Removal(item.row().revision(), id);
    }
    int now = item.isRemoval() ? 0 : item.row().revision();
    try {
      return new Change.Put(now, RecordCodec.decode(before(id, item.base())));
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a version of " + id + " is damaged", e);
    }
  }

  private byte[] before(String id, int revision) {
    return client
        .sql(
            "SELECT json FROM record_version WHERE id = ? AND revision = ?"
                + " ORDER BY number DESC LIMIT 1")
        .params(id, revision)
        .query((row, _) -> row.getBytes(1))
        .single();
  }
}

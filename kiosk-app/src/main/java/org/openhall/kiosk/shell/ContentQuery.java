package org.openhall.kiosk.shell;

import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * A question to the published content, asked on the content's thread.
 *
 * @param <T> what is asked for
 */
@FunctionalInterface
public interface ContentQuery<T> {
  T ask(ContentSnapshot snapshot) throws UnreadableSnapshotException;
}

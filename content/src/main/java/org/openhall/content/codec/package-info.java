/**
 * How records travel: canonical JSON, packs of records, state digests and the release manifest.
 * Nothing here knows a database or a network; the doors are {@link
 * org.openhall.content.codec.RecordCodec}, the pack reader and writer, and {@link
 * org.openhall.content.codec.ReleaseManifest}.
 */
@NullMarked
package org.openhall.content.codec;

import org.jspecify.annotations.NullMarked;

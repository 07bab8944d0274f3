/**
 * The content that a hall writes itself: a folder of JSON arrays, Markdown entries and attachments,
 * read and checked before anything is imported. The door is {@link
 * org.openhall.office.authored.AuthoredHall}; nothing here knows a database.
 */
@NullMarked
package org.openhall.office.authored;

import org.jspecify.annotations.NullMarked;

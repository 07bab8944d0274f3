package org.openhall.content;

/**
 * A record of a type that this version does not know: carried, counted, never shown.
 *
 * @param type the type's name in the codec
 * @param header its header, which every type has
 * @param unknown all of its other fields
 */
public record UnknownRecord(String type, RecordHeader header, UnknownFields unknown)
    implements ContentRecord {}

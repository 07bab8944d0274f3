package org.openhall.content;

import org.jspecify.annotations.Nullable;

/**
 * A node of a catalogue tree (目录节点).
 *
 * @param header identity and origin
 * @param tree the tree it belongs to
 * @param name the label
 * @param parentId id of the node above it, or null for a root
 * @param order position among its siblings, ascending
 * @param unknown fields of later versions
 */
public record CatalogNode(
    RecordHeader header,
    Tree tree,
    String name,
    @Nullable String parentId,
    int order,
    UnknownFields unknown)
    implements ContentRecord {

  /** Which catalogue a node belongs to. */
  public enum Tree {
    /** 政府信息公开目录. */
    DISCLOSURE,
    /** 办事指南 by theme. */
    GUIDE_THEME
  }
}

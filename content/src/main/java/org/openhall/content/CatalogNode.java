package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a catalogue tree (目录节点).
 *
 * @param header identity and origin
 * @param tree the tree it belongs to
 * @param name the label
 * @param parentId id of the node above it, or null for a root
 * @param order position among its siblings, ascending
 * @param summary what it covers, for a 一件事
 * @param note a remark for the reader
 * @param steps ids of the {@link ServiceGuide}s that a 一件事 takes, in the order in which they are
 *     handled; empty where the source states none
 * @param unknown fields of later versions
 */
public record CatalogNode(
    RecordHeader header,
    Tree tree,
    String name,
    @Nullable String parentId,
    int order,
    @Nullable String summary,
    @Nullable String note,
    List<String> steps,
    UnknownFields unknown)
    implements ContentRecord {
  public CatalogNode {
    steps = List.copyOf(steps);
  }

  /** Which catalogue a node belongs to. */
  public enum Tree {
    /** 政府信息公开目录. */
    DISCLOSURE,
    /** 办事指南 by theme. */
    GUIDE_THEME,
    /** 主题分类 of documents. */
    THEME,
    /** 体裁分类 of documents. */
    GENRE,
    /** 面向自然人事项主题. */
    PERSON_THEME,
    /** 面向法人事项主题. */
    LEGAL_THEME,
    /** 一件事. */
    LIFE_EVENT,
    /** Departments. */
    DEPARTMENT
  }

  /** A node that its name explains. */
  public CatalogNode(
      RecordHeader header,
      Tree tree,
      String name,
      @Nullable String parentId,
      int order,
      UnknownFields unknown) {
    this(header, tree, name, parentId, order, null, null, List.of(), unknown);
  }
}

package org.openhall.office.catalog;

import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.UnknownFields;

/** The nodes under which imported records stand in the disclosure directory. */
final class Nodes {
  private static final String SOURCE = "目录（导入时建立）";

  private Nodes() {}

  /** A node made by the import; no row of the file is its own. */
  static Draft disclosure(String id, String name, @Nullable String parentId, int order) {
    String content = String.join("\u001f", id, name, Integer.toString(order));
    Draft.Identity identity = new Draft.Identity(id, null, SOURCE, id, Digest.of(content));
    return new Draft(
        0,
        identity,
        header ->
            new CatalogNode(
                header, CatalogNode.Tree.DISCLOSURE, name, parentId, order, UnknownFields.NONE));
  }
}

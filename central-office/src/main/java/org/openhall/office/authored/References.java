package org.openhall.office.authored;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;
import org.openhall.office.authored.HallCheck.Complaints;

/** Whether what records name is there. */
final class References {
  private final Set<String> ids;
  private final Map<String, String> departments = new HashMap<>(); // id → name
  private final Map<CatalogNode.Tree, Set<String>> nodes = new HashMap<>();
  private final Set<String> nodeNames = new HashSet<>();
  private final Set<String> forms = new HashSet<>();
  private final Map<String, List<String>> guides = new HashMap<>(); // id → its life events
  private final Set<String> windows = new HashSet<>();

  References(List<ContentRecord> records) {
    ids = records.stream().map(r -> r.header().id()).collect(Collectors.toSet());
    records.forEach(this::collect);
  }

  private void collect(ContentRecord record) {
    String id = record.header().id();
    switch (record) {
      case Department department -> departments.put(id, department.name());
      case CatalogNode node -> {
        nodes.computeIfAbsent(node.tree(), _ -> new HashSet<>()).add(id);
        nodeNames.add(node.tree() + " " + node.name());
      }
      case Form _ -> forms.add(id);
      case ServiceGuide guide -> guides.put(id, guide.placement().lifeEvents());
      case HallMap map -> map.floors().forEach(f -> f.windows().forEach(w -> windows.add(w.id())));
      default -> {}
    }
  }

  void check(ContentRecord record, Complaints complaints) {
    require(
        departments.keySet(), "header.departmentId", record.header().departmentId(), complaints);
    switch (record) {
      case Department department ->
          require(departments.keySet(), "parentId", department.parentId(), complaints);
      case CatalogNode node -> {
        require(of(node.tree()), "parentId", node.parentId(), complaints);
        requireAll(guidesOf(node), "steps", node.steps(), complaints);
      }
      case DisclosureEntry entry -> entry(entry, complaints);
      case ServiceGuide guide -> guide(guide, complaints);
      case StaffMember member -> {
        require(windows, "windowId", member.windowId(), complaints);
        requireDepartment(member.departmentName(), complaints);
      }
      case DisclosureGuide guide -> requireAll(forms, "forms", guide.forms(), complaints);
      default -> {}
    }
  }

  private void entry(DisclosureEntry entry, Complaints complaints) {
    require(of(CatalogNode.Tree.DISCLOSURE), "categoryId", entry.categoryId(), complaints);
    requireName(CatalogNode.Tree.THEME, "theme", entry.theme(), complaints);
    for (DisclosureEntry.Relation relation : entry.particulars().relations()) {
      require(ids, "relations.id", relation.id(), complaints);
    }
  }

  private void guide(ServiceGuide guide, Complaints complaints) {
    requireAll(
        of(CatalogNode.Tree.PERSON_THEME),
        "personThemes",
        guide.placement().personThemes(),
        complaints);
    requireAll(
        of(CatalogNode.Tree.LEGAL_THEME),
        "legalThemes",
        guide.placement().legalThemes(),
        complaints);
    requireAll(
        of(CatalogNode.Tree.LIFE_EVENT), "lifeEvents", guide.placement().lifeEvents(), complaints);
    for (ServiceGuide.Material material : orNone(guide.materials())) {
      require(forms, "materials.formId", material.formId(), complaints);
    }
    for (ServiceGuide.ServiceWindow window : orNone(guide.windows())) {
      requireAll(windows, "windows.windowIds", window.windowIds(), complaints);
    }
  }

  /** The guides that name a life event as theirs. */
  private Set<String> guidesOf(CatalogNode event) {
    return guides.entrySet().stream()
        .filter(guide -> guide.getValue().contains(event.header().id()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void requireDepartment(@Nullable String name, Complaints complaints) {
    if (name != null && !departments.containsValue(name)) {
      complaints.add("no-such", "departmentName", name);
    }
  }

  private void requireName(
      CatalogNode.Tree tree, String field, @Nullable String name, Complaints complaints) {
    boolean treeIsThere = nodes.containsKey(tree);
    if (name != null && treeIsThere && !nodeNames.contains(tree + " " + name)) {
      complaints.add("no-such", field, name);
    }
  }

  private Set<String> of(CatalogNode.Tree tree) {
    return nodes.getOrDefault(tree, Set.of());
  }

  private static void require(
      Set<String> known, String field, @Nullable String id, Complaints complaints) {
    if (id != null && !known.contains(id)) {
      complaints.add("no-such", field, id);
    }
  }

  private static void requireAll(
      Set<String> known, String field, List<String> named, Complaints complaints) {
    named.forEach(id -> require(known, field, id, complaints));
  }

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}

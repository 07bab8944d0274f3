package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link ServiceGuide} stands in the catalogues; part of it.
 *
 * @param personThemes ids of {@link CatalogNode}s of the tree PERSON_THEME
 * @param legalThemes ids of nodes of the tree LEGAL_THEME
 * @param lifeEvents ids of nodes of the tree LIFE_EVENT (一件事)
 * @param annualCases 年办件量, 0 and up
 */
@JsonForm(JsonForm.Kind.INLINE)
public record Placement(
    List<String> personThemes,
    List<String> legalThemes,
    List<String> lifeEvents,
    @Nullable Long annualCases) {
  /** Nowhere. */
  public static final Placement NONE = new Placement(List.of(), List.of(), List.of(), null);

  public Placement {
    personThemes = List.copyOf(personThemes);
    legalThemes = List.copyOf(legalThemes);
    lifeEvents = List.copyOf(lifeEvents);
  }
}

package org.openhall.kiosk.screen.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;

/**
 * What 一次性告知 lists.
 *
 * @param guide the matter
 * @param materials what to bring, or null where the source does not say
 * @param fees what to pay, or null where the source does not say
 * @param answers what the person answered (情形), one sentence each; empty where nothing was asked,
 *     and the list is that of every case
 */
public record OwnMaterials(
    ServiceGuide guide,
    @Nullable List<ServiceGuide.Material> materials,
    @Nullable List<ServiceGuide.Fee> fees,
    List<String> answers) {
  public OwnMaterials {
    answers = List.copyOf(answers);
  }

  /** Everything that the guide lists. */
  public static OwnMaterials whole(ServiceGuide guide) {
    return new OwnMaterials(guide, guide.materials(), guide.fees(), List.of());
  }
}

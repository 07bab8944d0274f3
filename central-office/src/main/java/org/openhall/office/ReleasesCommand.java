package org.openhall.office;

import java.io.IOException;
import java.util.List;
import org.openhall.office.lint.Despite;
import org.openhall.office.publish.Release;
import org.openhall.office.text.Figures;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code releases}: lists what was published, newest first. */
final class ReleasesCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    List<Release> releases = Office.open(arguments, console).releases().all();
    if (releases.isEmpty()) {
      console.say("releases.none");
    } else {
      console.print(table(releases, console).lines());
      for (Release release : releases) {
        Despite despite = new Despite(arguments.data(), release.number());
        despite
            .reason()
            .ifPresent(why ->
                console.say("release.despite", release.number(), why, despite.file().toString()));
      }
    }
    if (arguments.wantsJson()) {
      console.out().println(json(releases));
    }
    return OfficeMain.DONE;
  }

  private static TextTable table(List<Release> releases, Console console) {
    TextTable table =
        new TextTable(
            console.messages().text("releases.number"),
            console.messages().text("releases.published-at"),
            console.messages().text("releases.records"),
            console.messages().text("releases.size"),
            console.messages().text("releases.seconds"),
            console.messages().text("releases.digest"));
    for (Release release : releases) {
      table.row(
          release.number(),
          OfficeTime.minute(release.publishedAt()),
          release.records(),
          Figures.size(release.bytes()),
          Figures.seconds(release.seconds()),
          release.stateDigest().substring(0, 12));
    }
    return table;
  }

  private static ObjectNode json(List<Release> releases) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode array = json.putArray("releases");
    for (Release release : releases) {
      array
          .addObject()
          .put("release", release.number())
          .put("publishedAt", release.publishedAt().toString())
          .put("records", release.records())
          .put("bytes", release.bytes())
          .put("seconds", release.seconds())
          .put("stateDigest", release.stateDigest());
    }
    return json;
  }
}

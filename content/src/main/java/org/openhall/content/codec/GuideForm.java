package org.openhall.content.codec;

import java.util.Map;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.ServiceGuide.Fee;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.ServiceGuide.Necessity;
import org.openhall.content.ServiceGuide.ProcessStep;
import org.openhall.content.ServiceGuide.Question;
import org.openhall.content.ServiceGuide.ServiceWindow;

/** The JSON form of a service guide. */
final class GuideForm {
  private GuideForm() {}

  static ServiceGuide read(RecordHeader header, Fields f) throws MalformedRecordException {
    return new ServiceGuide(
        header,
        f.text("title"),
        f.textOrNull("itemCode"),
        f.textOrNull("itemTypeCode"),
        f.textOrNull("itemType"),
        f.textOrNull("departmentName"),
        f.constants("audiences", Audience.class),
        f.textOrNull("theme"),
        f.textOrNull("summary"),
        f.textsOrNull("conditions"),
        f.listOrNull("materials", GuideForm::readMaterial),
        f.listOrNull("steps", GuideForm::readStep),
        f.listOrNull("fees", GuideForm::readFee),
        f.textOrNull("statutoryLimit"),
        f.textOrNull("promisedLimit"),
        f.listOrNull("windows", GuideForm::readWindow),
        f.listOrNull("questions", GuideForm::readQuestion),
        f.textsOrNull("bases"),
        f.textOrNull("result"),
        f.textOrNull("consultation"),
        f.textOrNull("complaint"),
        f.texts("aliases"),
        f.textOrNull("sourceUrl"),
        f.unknown());
  }

  static Members write(ServiceGuide guide) {
    return new Members()
        .with("title", guide.title())
        .with("itemCode", guide.itemCode())
        .with("itemTypeCode", guide.itemTypeCode())
        .with("itemType", guide.itemType())
        .with("departmentName", guide.departmentName())
        .with("audiences", guide.audiences())
        .with("theme", guide.theme())
        .with("summary", guide.summary())
        .with("conditions", guide.conditions())
        .with("materials", guide.materials(), GuideForm::writeMaterial)
        .with("steps", guide.steps(), GuideForm::writeStep)
        .with("fees", guide.fees(), GuideForm::writeFee)
        .with("statutoryLimit", guide.statutoryLimit())
        .with("promisedLimit", guide.promisedLimit())
        .with("windows", guide.windows(), GuideForm::writeWindow)
        .with("questions", guide.questions(), GuideForm::writeQuestion)
        .with("bases", guide.bases())
        .with("result", guide.result())
        .with("consultation", guide.consultation())
        .with("complaint", guide.complaint())
        .with("aliases", guide.aliases())
        .with("sourceUrl", guide.sourceUrl());
  }

  private static Material readMaterial(Fields f) throws MalformedRecordException {
    return new Material(
        f.text("name"),
        f.textOrNull("form"),
        f.numberOrNull("copies"),
        f.constant("necessity", Necessity.class),
        f.textOrNull("source"),
        f.textOrNull("note"));
  }

  private static Map<String, Object> writeMaterial(Material material) {
    return new Members()
        .with("name", material.name())
        .with("form", material.form())
        .with("copies", material.copies())
        .with("necessity", material.necessity())
        .with("source", material.source())
        .with("note", material.note())
        .json();
  }

  private static ProcessStep readStep(Fields f) throws MalformedRecordException {
    return new ProcessStep(f.text("name"), f.textOrNull("description"), f.textOrNull("limit"));
  }

  private static Map<String, Object> writeStep(ProcessStep step) {
    return new Members()
        .with("name", step.name())
        .with("description", step.description())
        .with("limit", step.limit())
        .json();
  }

  private static Fee readFee(Fields f) throws MalformedRecordException {
    return new Fee(f.text("name"), f.text("standard"), f.textOrNull("basis"));
  }

  private static Map<String, Object> writeFee(Fee fee) {
    return new Members()
        .with("name", fee.name())
        .with("standard", fee.standard())
        .with("basis", fee.basis())
        .json();
  }

  private static ServiceWindow readWindow(Fields f) throws MalformedRecordException {
    return new ServiceWindow(
        f.text("name"), f.textOrNull("address"), f.textOrNull("hours"), f.textOrNull("phone"));
  }

  private static Map<String, Object> writeWindow(ServiceWindow window) {
    return new Members()
        .with("name", window.name())
        .with("address", window.address())
        .with("hours", window.hours())
        .with("phone", window.phone())
        .json();
  }

  private static Question readQuestion(Fields f) throws MalformedRecordException {
    return new Question(f.text("question"), f.text("answer"));
  }

  private static Map<String, Object> writeQuestion(Question question) {
    return new Members()
        .with("question", question.question())
        .with("answer", question.answer())
        .json();
  }
}

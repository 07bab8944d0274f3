package org.openhall.demo.bench;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Particulars;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;

/**
 * Entries that nobody wrote, as many as wanted and always the same: titles of some 25 characters as
 * offices give them, with proper names of any common characters, and abstracts of 200 characters.
 */
final class InventedEntries {
  private static final int ABSTRACT = 200;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final Charset GB2312 = Charset.forName("GB2312");

  private static final List<String> PLACES =
      words("青川 临河 东塔 云台 石桥 南浦 白杨 长岭 松原 河湾 古渡 金沙 玉泉 海屿 北固 西坪 龙潭 凤鸣 柳林 丹江");
  private static final List<String> PUBLISHERS =
      words(
          "人民政府 人民政府办公室 财政局 教育局 民政局 司法局 人力资源和社会保障局 自然资源和规划局 生态环境局 住房和城乡建设局"
              + " 交通运输局 水务局 农业农村局 商务局 文化广电和旅游局 卫生健康委员会 退役军人事务局 应急管理局 审计局 市场监督管理局"
              + " 统计局 医疗保障局 城市管理局 林业局 信访局 体育局 税务局 公安局");
  private static final List<String> DOINGS =
      words(
          "印发 公布 调整 做好 加强 开展 规范 进一步完善 批准 同意 下达 废止 修订 推进 组织申报 征求 转发 公开招聘 表彰 核准"
              + " 注销 拨付 启动 暂停 延长 受理 取消 落实 评审 验收");
  private static final List<String> THINGS =
      words(
          "行政审批制度改革 住房公积金缴存基数 城乡居民基本医疗保险 义务教育招生入学 土地征收补偿安置 建设用地使用权出让 农村危房改造 防汛抗旱应急预案"
              + " 食品安全监督抽检 安全生产专项整治 大气污染防治 河道管理范围划定 公共租赁住房分配 就业补助资金 创业担保贷款 残疾人补贴标准"
              + " 养老服务设施布局 政府采购目录 行政事业性收费标准 部门预算绩效 道路货物运输经营许可 排污许可证 水土保持方案 林木采伐限额"
              + " 优抚对象生活补助 法律援助经费 民办学校年度检查 医疗机构校验结果 药品经营许可 特种设备检验 统计调查制度 数字政府建设"
              + " 营商环境优化 高标准农田建设 乡村振兴示范村 旅游景区等级 文物保护单位 群众体育活动 信访事项办理 城镇燃气管理"
              + " 生活垃圾分类 城市绿地系统规划 污水处理费征收 公共停车场收费 校车使用许可 网约车经营 电梯维护保养 消防安全检查");
  private static final List<String> KINDS =
      words("通知 公告 意见 方案 批复 通告 办法 规定 决定 通报 细则 函 报告 公示 规划 名单 结果 说明");
  private static final List<String> BODIES =
      words("有限公司 村民委员会 实验学校 人民医院 物业服务中心 合作社 街道办事处 工程项目 小区二期 产业园 水库 养老院");

  private final int count;
  private final boolean withAbstracts;

  InventedEntries(int count, boolean withAbstracts) {
    this.count = count;
    this.withAbstracts = withAbstracts;
  }

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }

  int count() {
    return count;
  }

  /** Its id; ids ascend with the number. */
  static String id(int number) {
    return "made-%08d".formatted(number);
  }

  /** The entry of this number, 0 and up; the same at every call. */
  DisclosureEntry entry(int number) {
    Random random = new Random(number * 0x5DEECE66DL + 11);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(9800));
    String place = pick(PLACES, random) + pick(List.of("市", "县", "区"), random);
    return new DisclosureEntry(
        header(number),
        title(place, random),
        null,
        documentNumber(place, day, random),
        place + pick(PUBLISHERS, random),
        null,
        null,
        null,
        day,
        day,
        Validity.UNSTATED,
        withAbstracts ? text(random) : null,
        List.of(),
        null,
        List.of(),
        Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  private static RecordHeader header(int number) {
    Origin origin = new Origin("生成", null, "00", FIRST_DAY, false);
    return new RecordHeader(id(number), 1, null, null, null, origin);
  }

  private static String title(String place, Random random) {
    String who = random.nextInt(3) == 0 ? place + pick(PUBLISHERS, random) : place;
    String whose = random.nextInt(2) == 0 ? name(random) + pick(BODIES, random) : "";
    String what = pick(DOINGS, random) + whose + pick(THINGS, random);
    return who + "关于" + what + "的" + pick(KINDS, random);
  }

  private static @Nullable String documentNumber(String place, LocalDate day, Random random) {
    String sign = place.substring(0, 1) + pick(List.of("政发", "政办发", "财发", "函", "字"), random);
    return "%s〔%d〕%d号".formatted(sign, day.getYear(), 1 + random.nextInt(300));
  }

  /** An abstract: some 200 characters. */
  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < ABSTRACT) {
      text.append("为").append(pick(DOINGS, random)).append(pick(THINGS, random)).append("，");
      text.append(name(random)).append(pick(BODIES, random)).append("会同");
      text.append(pick(PUBLISHERS, random)).append(pick(DOINGS, random));
      text.append(pick(THINGS, random)).append(pick(KINDS, random)).append("。");
    }
    return text.substring(0, ABSTRACT);
  }

  /** Two or three of the 3,755 commonest characters. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      int place = random.nextInt(3755);
      byte[] code = {(byte) (0xB0 + place / 94), (byte) (0xA1 + place % 94)};
      name.append(new String(code, GB2312));
    }
    return name.toString();
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}

package org.openhall.kiosk.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class InputMethodTest {
  /** Letters, and the candidate that must come first. */
  private static final String FIRST =
      """
      sfz 身份证
      shenfenz 身份证
      shenfenzheng 身份证
      shfzh 身份证
      jmsfz 居民身份证
      sb 社保
      shebao 社保
      sbk 社保卡
      shebaoka 社保卡
      gjj 公积金
      gongjijin 公积金
      gongjj 公积金
      zfgjj 住房公积金
      zhufanggongjijin 住房公积金
      bdc 不动产
      bdcdj 不动产登记
      budongchandengji 不动产登记
      dengji 登记
      dengj 登记
      dj 登记
      jiehundengji 结婚登记
      jhdj 结婚登记
      lihundengji 离婚登记
      hk 户口
      hukou 户口
      hukouben 户口本
      hkb 户口本
      hukoubu 户口簿
      yanglao 养老
      yanglaobaoxian 养老保险
      ylbx 养老保险
      yiliaobaoxian 医疗保险
      yibao 医保
      yb 医保
      ybk 医保卡
      shiye 失业
      shiyejin 失业金
      shiyebaoxian 失业保险
      gongshang 工伤
      gongshangrending 工伤认定
      shengyubaoxian 生育保险
      shengyujintie 生育津贴
      jzz 居住证
      juzhuzheng 居住证
      hz 护照
      huzhao 护照
      jsz 驾驶证
      jiashizheng 驾驶证
      yyzz 营业执照
      yingyezhizhao 营业执照
      getihu 个体户
      gth 个体户
      qykb 企业开办
      qiyekaiban 企业开办
      zhuxiao 注销
      biangeng 变更
      banli 办理
      bl 办理
      buban 补办
      shenqing 申请
      sq 申请
      shenbao 申报
      chaxun 查询
      cx 查询
      yuyue 预约
      yy 预约
      cailiao 材料
      cl 材料
      chuangkou 窗口
      zhengming 证明
      zm 证明
      jiaofei 缴费
      tuixiu 退休
      tx 退休
      tiqu 提取
      gongjijintiqu 公积金提取
      daikuan 贷款
      gongjijindaikuan 公积金贷款
      cjz 残疾证
      canjizheng 残疾证
      canjirenzheng 残疾人证
      dibao 低保
      db 低保
      jiuye 就业
      chuangye 创业
      ruxue 入学
      zhuanxue 转学
      xuequ 学区
      luohu 落户
      qianhukou 迁户口
      hukouqianyi 户口迁移
      shanghukou 上户口
      chushengzheng 出生证
      zhunshengzheng 准生证
      fapiao 发票
      nashui 纳税
      shuiwu 税务
      gongzheng 公证
      falvyuanzhu 法律援助
      flyz 法律援助
      tousu 投诉
      jubao 举报
      xinfang 信访
      gonggao 公告
      gongshi 公示
      zhengce 政策
      zhengwufuwu 政务服务
      zhengwugongkai 政务公开
      zfxxgk 政府信息公开
      zhengfuxinxigongkai 政府信息公开
      yishenqinggongkai 依申请公开
      banshizhinan 办事指南
      bszn 办事指南
      gonganju 公安局
      minzhengju 民政局
      renshe 人社
      rsj 人社局
      yibaoju 医保局
      shuiwuju 税务局
      paichusuo 派出所
      shequ 社区
      jiedao 街道
      tuiyijunren 退役军人
      laonianren 老年人
      ershoufang 二手房
      guohu 过户
      fangchanzheng 房产证
      gongzufang 公租房
      zulin 租赁
      zhaijidi 宅基地
      weishengxukezheng 卫生许可证
      spjyxk 食品经营许可
      shipinjingyingxuke 食品经营许可
      shigongxuke 施工许可
      paiwuxuke 排污许可
      xiaofang 消防
      ydjy 异地就医
      yidijiuyi 异地就医
      manxingbing 慢性病
      gangaotongxingzheng 港澳通行证
      gatxz 港澳通行证
      churujing 出入境
      daxuesheng 大学生
      nongmingong 农民工
      laodonghetong 劳动合同
      laodongzhongcai 劳动仲裁
      xingzhengfuyi 行政复议
      xingzhengxuke 行政许可
      minfadian 民法典
      yinhang 银行
      chongqing 重庆
      xi'an 西安
      nvhai 女孩
      nver 女儿
      bushenfenzheng 补身份证
      chagongjijin 查公积金
      jiaoyibao 交医保
      jsb 交社保
      laonianka 老年卡
      lvse 绿色
      zhanlve 战略
      xian 先
      wo 我
      de 的
      shi 是
      """;

  /** Letters, and a candidate that must be among the first five. */
  private static final String AMONG_FIVE =
      """
      sfz 十分钟
      dengji 等级
      xian 西安
      zhuce 注册
      jian 件
      shi 市
      qu 区
      sq 社区
      gs 公司
      cs 城市
      fangan 方案
      xiangmu 项目
      shiyong 使用
      yiyi 异议
      youxiao 有效
      qixian 期限
      shixiao 失效
      zhiyuan 职员
      laoren 老人
      ertong 儿童
      """;

  private static final String SENTENCES =
      """
      woyaobanlishenfenzheng 我要办理身份证
      woxiangchagongjijin 我想查公积金
      shenfenzhengdiulezenmeban 身份证丢了怎么办
      zenmebanlihukouqianyi 怎么办理户口迁移
      jiehundengjixuyaoshenmecailiao 结婚登记需要什么材料
      zainalijiaoshebao 在哪里交社保
      qingwenweishengjianzaina 请问卫生间在哪
      haizishangxuexuyaoshenme 孩子上学需要什么
      woyaobanlijuzhuzheng 我要办理居住证
      tuixiuyanglaojinduoshao 退休养老金多少
      """;

  private static final InputMethod INPUT_METHOD = Dictionaries.READ;

  @Test
  void wordsOfPublicServicesComeFirst() {
    assertMeant(FIRST, 1);
  }

  @Test
  void otherWordsAreNotFarBehind() {
    assertMeant(AMONG_FIVE, 5);
  }

  @Test
  void sentencesAreReadAtOnce() {
    assertMeant(SENTENCES, 1);
  }

  private static void assertMeant(String list, int places) {
    List<String> wrong = new ArrayList<>();
    for (String line : list.lines().toList()) {
      String[] parts = line.split(" ", -1);
      List<String> first = texts(INPUT_METHOD.pinyin(parts[0])).stream().limit(places).toList();
      if (!first.contains(parts[1])) {
        wrong.add(line + ", not " + first);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aCandidateStandsForItsSyllablesOnly() {
    List<Candidate> candidates = INPUT_METHOD.pinyin("woyaobanli");

    assertTrue(candidates.contains(new Candidate("我要", 5)));
    assertTrue(candidates.contains(new Candidate("我", 2)));
  }

  @Test
  void aMarkPartsSyllables() {
    List<Candidate> candidates = INPUT_METHOD.pinyin("xi'an");

    assertTrue(candidates.contains(new Candidate("西", 3)), "the mark is used up with its syllable");
    assertFalse(candidates.contains(new Candidate("先", 5)));
    assertEquals(List.of(), INPUT_METHOD.pinyin("'an"));
  }

  @Test
  void soundsThatSpeakersMixUpAreUnderstoodWhereThatIsWanted() {
    InputMethod strict = new InputMethod(InputMethod.DEBIAN, false);
    strict.load();

    assertEquals("身份证", texts(INPUT_METHOD.pinyin("senfenzen")).getFirst());
    assertEquals("登记", texts(INPUT_METHOD.pinyin("denji")).getFirst());
    assertFalse(texts(strict.pinyin("denji")).contains("登记"));
    assertEquals("登记", texts(strict.pinyin("dengji")).getFirst());
  }

  @Test
  void whatIsNoPinyinHasNoCandidates() {
    assertEquals(List.of(), INPUT_METHOD.pinyin(""));
    assertEquals(List.of(), INPUT_METHOD.pinyin("uvi"));
    assertEquals(List.of(), INPUT_METHOD.pinyin("123"));
  }

  @Test
  void inputOfAnyLengthIsAnswered() {
    assertFalse(INPUT_METHOD.pinyin("zhuang".repeat(40)).isEmpty());
    assertFalse(INPUT_METHOD.pinyin("s".repeat(200)).isEmpty());
  }

  @Test
  void rareCharactersAreFoundBySound() {
    for (String line : List.of("hong 𬭎", "fu 𫖯", "jie 㛃")) {
      String[] parts = line.split(" ", -1);
      assertTrue(texts(INPUT_METHOD.pinyin(parts[0])).contains(parts[1]), line);
    }
  }

  @Test
  void rareCharactersAreFoundByStrokes() {
    for (String line :
        List.of(
            "hshszh 𠮷",
            "hhhszpzph 㛃",
            "nzhphszhznp 𫍯",
            "nhnphpznnhzhzhhhnhnphpznn 龘",
            "szhhpphs 昇",
            "szhs 中",
            "szhhshnh 国",
            "pnnzpnhpszpn 𫖯",
            "h 一")) {
      String[] parts = line.split(" ", -1);
      assertTrue(
          texts(INPUT_METHOD.strokes(parts[0])).stream().limit(3).toList().contains(parts[1]),
          line);
    }
  }

  @Test
  void strokesBeginFrequentCharacters() {
    assertEquals("口", texts(INPUT_METHOD.strokes("szh")).getFirst());
    assertTrue(texts(INPUT_METHOD.strokes("szh")).contains("中"));
    assertEquals(List.of(), INPUT_METHOD.strokes("hhhhhhhhhhhhhhhhhhhhhhhh"));
    assertEquals(List.of(), INPUT_METHOD.strokes(""));
  }

  @Test
  void withoutTheDictionariesTheWordsOfPublicServicesStillWork(@TempDir Path empty) {
    InputMethod alone = new InputMethod(empty, true);

    String missing = alone.load();

    assertTrue(missing.contains("rime-data-pinyin-simp"), missing);
    assertTrue(missing.contains("rime-data-stroke"), missing);
    assertEquals("身份证", texts(alone.pinyin("sfz")).getFirst());
    assertEquals("我要办理", texts(alone.pinyin("woyaobanli")).getFirst());
    assertFalse(alone.hasStrokes());
  }

  @Test
  void aDamagedLineOfADictionaryIsPassedOver(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("pinyin_simp.dict.yaml"), "...\n\n嗯\n# 注\n鑫宇\txin yu\tmany\n");
    Files.writeString(folder.resolve("stroke.dict.yaml"), "...\n一\th\n");
    InputMethod small = new InputMethod(folder, true);

    assertEquals("", small.load());
    assertTrue(texts(small.pinyin("xinyu")).contains("鑫宇"));
  }

  @Test
  void nothingIsKnownBeforeTheDictionariesAreRead() {
    InputMethod early = new InputMethod(InputMethod.DEBIAN, true);

    assertFalse(early.hasPinyin());
    assertEquals(List.of(), early.pinyin("sfz"));
    assertEquals(List.of(), early.strokes("h"));
  }

  private static List<String> texts(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::text).toList();
  }
}

// swift-format-ignore-file
// Made from Catalogue/*.yaml by `make catalogue`; do not edit.

/// The catalogue as compact text; see ``CatalogueText``.
enum StandardCatalogue {
    static let text: StaticString = #"""
H	code	功能分类科目编码	支出功能分类科目编码	科目编码	科目代码	功能科目代码	功能科目编码	经济分类科目编码	经济科目编码	部门预算经济分类科目编码	支出经济分类科目编码	功能分类科目代码	经济分类科目代码	类	款	项	功能分类科目编码及名称	经济分类科目编码及名称	科目编码及名称	支出功能分类科目编码及名称	科目
H	name	科目名称	功能分类科目名称	经济分类科目名称	功能科目名称	经济科目名称	支出功能分类科目名称
H	item	项目	项目名称	支出用途	收入项目	支出项目	单位名称	单位编码	主管部门编码	主管部门名称	项目类型	资金归口处室	是否有偏差项目	采购品目大类	专项名称	经济科目	采购物品名称	采购组织形式
H	line	行次	序号
H	note	备注	说明
H	rank	栏次
Q	neutral	部门	单位	预算单位	预算部门	高等学校	学校	本级	本部门	本单位	公开
Q	organisation	局	委	办	厅	部	院	所	会	处	站	队	馆	校	学	园	社	心	室	府	团	台	库	场	厂	庭	公司	集团	街道	镇	乡	县	区	市	省	机关
Q	qualifier	财政	拨款	一般公共	公共预算	政府性基金	基金预算	国有资本	基本支出	项目支出	三公	经费	非税	专户	采购	绩效	收入	支出	收支	决算	预算数	资产	汇总	专项
Q	count	数量	人数	率	比	%	分	个	面积	编号	次	台	辆	序号
Q	total	合计	小计	总计	金额
W	公务用车购置及运行维护费	公务用车购置及运行费	公务用车购置和运行维护费	公务用车购置和运行费	公务用车购置及运行维护费用
W	公务用车购置费	购置费	公务用车购置
W	公务用车运行维护费	公务用车运行费	运行费	运行维护费
W	因公出国费	因公出国费用	因公出国
W	三公经费	财政拨款三公经费	三公经费预算数	三公经费支出	财政拨款三公经费支出	一般公共预算财政拨款三公经费
W	决算数	金额	执行数	本年决算数
W	预算数	年初预算数
F	201	一般公共服务支出	一般公共服务
F	20101	人大事务
F	20102	政协事务
F	2010201	行政运行
F	2010202	一般行政管理事务
F	2010204	政协会议
F	2010205	委员视察
F	2010299	其他政协事务支出
F	20103	政府办公厅（室）及相关机构事务
F	2010301	行政运行
F	2010302	一般行政管理事务
F	2010350	事业运行
F	2010399	其他政府办公厅（室）及相关机构事务支出
F	20104	发展与改革事务
F	20105	统计信息事务
F	2010501	行政运行
F	2010502	一般行政管理事务
F	2010505	专项统计业务
F	2010507	专项普查活动
F	2010508	统计抽样调查
F	2010599	其他统计信息事务支出
F	20106	财政事务
F	2010601	行政运行
F	2010602	一般行政管理事务
F	2010607	信息化建设
F	2010608	财政委托业务支出
F	20107	税收事务
F	20108	审计事务
F	20109	海关事务
F	20111	纪检监察事务
F	20113	商贸事务
F	2011301	行政运行
F	2011302	一般行政管理事务
F	2011350	事业运行
F	2011399	其他商贸事务支出
F	20114	知识产权事务
F	20123	民族事务
F	20125	港澳台事务
F	20126	档案事务
F	20128	民主党派及工商联事务
F	20129	群众团体事务
F	2012902	一般行政管理事务
F	20131	党委办公厅（室）及相关机构事务
F	20132	组织事务
F	2013202	一般行政管理事务
F	20133	宣传事务
F	2013302	一般行政管理事务
F	20134	统战事务
F	2013402	一般行政管理事务
F	20135	对外联络事务
F	20136	其他共产党事务支出
F	20137	网信事务
F	20138	市场监督管理事务
F	2013801	行政运行
F	2013802	一般行政管理事务
F	2013804	经营主体管理
F	2013805	市场秩序执法
F	2013812	药品事务
F	2013815	质量安全监管
F	2013816	食品安全监管
F	2013899	其他市场监督管理事务
F	20139	社会工作事务
F	2013901	行政运行
F	2013950	事业运行
F	2013999	其他社会工作事务支出
F	20140	信访事务
F	20199	其他一般公共服务支出
F	2019999	其他一般公共服务支出
F	202	外交支出	外交
F	203	国防支出	国防
F	20306	国防动员
F	20399	其他国防支出
F	204	公共安全支出	公共安全
F	20401	武装警察部队
F	20402	公安
F	20403	国家安全
F	20404	检察
F	2040401	行政运行
F	2040402	一般行政管理事务
F	2040410	检察监督
F	2040450	事业运行
F	2040499	其他检察支出
F	20405	法院
F	20406	司法
F	2040607	公共法律服务
F	20407	监狱
F	20408	强制隔离戒毒
F	20409	国家保密
F	20410	缉私警察
F	20499	其他公共安全支出
F	2049999	其他公共安全支出
F	205	教育支出	教育
F	20501	教育管理事务
F	2050101	行政运行
F	2050102	一般行政管理事务
F	2050199	其他教育管理事务支出
F	20502	普通教育
F	2050201	学前教育
F	2050202	小学教育
F	2050203	初中教育
F	2050204	高中教育
F	2050205	高等教育
F	2050299	其他普通教育支出
F	20503	职业教育
F	20504	成人教育
F	20505	广播电视教育
F	20506	留学教育
F	20507	特殊教育
F	20508	进修及培训
F	2050803	培训支出
F	20509	教育费附加安排的支出
F	2050999	其他教育费附加安排的支出
F	20599	其他教育支出
F	2059999	其他教育支出
F	206	科学技术支出	科学技术
F	20601	科学技术管理事务
F	2060101	行政运行
F	2060102	一般行政管理事务
F	2060199	其他科学技术管理事务支出
F	20602	基础研究
F	2060204	实验室及相关设施
F	20603	应用研究
F	20604	技术研究与开发
F	2060499	其他技术研究与开发支出
F	20605	科技条件与服务
F	2060503	科技条件专项
F	2060599	其他科技条件与服务支出
F	20606	社会科学
F	20607	科学技术普及
F	2060702	科普活动
F	20608	科技交流与合作
F	2060899	其他科技交流与合作支出
F	20609	科技重大项目
F	20699	其他科学技术支出
F	2069999	其他科学技术支出
F	207	文化旅游体育与传媒支出	文化体育与传媒支出	文化旅游体育与传媒
F	20701	文化和旅游
F	2070101	行政运行
F	2070102	一般行政管理事务
F	2070104	图书馆
F	2070105	文化展示及纪念机构
F	2070108	文化活动
F	2070109	群众文化
F	2070111	文化创作与保护
F	2070112	文化和旅游市场管理
F	2070114	文化和旅游管理事务
F	2070199	其他文化和旅游支出
F	20702	文物
F	2070204	文物保护
F	2070205	博物馆
F	20703	体育
F	2070308	群众体育
F	20706	新闻出版电影
F	20707	国家电影事业发展专项资金安排的支出
F	2070702	资助影院建设
F	20708	广播电视
F	20799	其他文化旅游体育与传媒支出
F	208	社会保障和就业支出	社会保障和就业
F	20801	人力资源和社会保障管理事务
F	20802	民政管理事务
F	2080201	行政运行
F	2080202	一般行政管理事务
F	2080208	基层政权建设和社区治理
F	20804	补充全国社会保障基金
F	20805	行政事业单位养老支出	行政事业单位离退休
F	2080501	行政单位离退休
F	2080502	事业单位离退休
F	2080503	离退休人员管理机构
F	2080504	未归口管理的行政单位离退休
F	2080505	机关事业单位基本养老保险缴费支出
F	2080506	机关事业单位职业年金缴费支出
F	2080599	其他行政事业单位养老支出
F	20806	企业改革补助
F	20807	就业补助
F	2080705	公益性岗位补贴
F	20808	抚恤
F	2080801	死亡抚恤
F	2080802	伤残抚恤
F	2080805	义务兵优待
F	20809	退役安置
F	20810	社会福利
F	2081001	儿童福利
F	2081002	老年福利
F	2081006	养老服务
F	20811	残疾人事业
F	20816	红十字事业
F	2081602	一般行政管理事务
F	20819	最低生活保障
F	2081901	城市最低生活保障金支出
F	2081902	农村最低生活保障金支出
F	20820	临时救助
F	2082001	临时救助支出
F	2082002	流浪乞讨人员救助支出
F	20821	特困人员救助供养
F	20824	补充道路交通事故社会救助基金
F	20825	其他生活救助
F	2082501	其他城市生活救助
F	20826	财政对基本养老保险基金的补助
F	20827	财政对其他社会保险基金的补助
F	20828	退役军人管理事务
F	20830	财政代缴社会保险费支出
F	20899	其他社会保障和就业支出
F	2089999	其他社会保障和就业支出
F	210	卫生健康支出	医疗卫生与计划生育支出	医疗卫生支出	卫生健康
F	21001	卫生健康管理事务
F	2100101	行政运行
F	2100102	一般行政管理事务
F	21002	公立医院
F	2100201	综合医院
F	21003	基层医疗卫生机构
F	21004	公共卫生
F	2100401	疾病预防控制机构
F	2100409	重大公共卫生服务
F	2100499	其他公共卫生支出
F	21006	中医药
F	21007	计划生育事务
F	2100717	计划生育服务
F	2100799	其他计划生育事务支出
F	21011	行政事业单位医疗
F	2101101	行政单位医疗
F	2101102	事业单位医疗
F	2101103	公务员医疗补助
F	2101199	其他行政事业单位医疗支出
F	21012	财政对基本医疗保险基金的补助
F	21013	医疗救助
F	21014	优抚对象医疗
F	21015	医疗保障管理事务
F	21017	中医药事务
F	21018	疾病预防控制事务
F	21019	托育服务
F	21099	其他卫生健康支出
F	2109999	其他卫生健康支出
F	211	节能环保支出	环境保护支出	节能环保
F	21101	环境保护管理事务
F	2110101	行政运行
F	2110102	一般行政管理事务
F	21102	环境监测与监察
F	21103	污染防治
F	2110302	水体
F	2110307	土壤
F	2110399	其他污染防治支出
F	21104	自然生态保护
F	21105	森林保护修复
F	21106	退耕还林还草
F	21110	能源节约利用
F	21111	污染减排
F	2111101	生态环境监测与信息
F	2111102	生态环境执法监察
F	21112	清洁能源
F	21113	循环经济
F	21114	能源管理事务
F	21199	其他节能环保支出
F	212	城乡社区支出	城乡社区事务支出	城乡社区
F	21201	城乡社区管理事务
F	2120101	行政运行
F	2120102	一般行政管理事务
F	2120104	城管执法
F	2120199	其他城乡社区管理事务支出
F	21202	城乡社区规划与管理
F	21203	城乡社区公共设施
F	2120399	其他城乡社区公共设施支出
F	21205	城乡社区环境卫生
F	2120501	城乡社区环境卫生
F	21206	建设市场管理与监督
F	21208	国有土地使用权出让收入安排的支出
F	2120804	农村基础设施建设支出
F	21210	国有土地收益基金安排的支出
F	21211	农业土地开发资金安排的支出
F	21213	城市基础设施配套费安排的支出
F	21214	污水处理费安排的支出
F	21299	其他城乡社区支出
F	2129999	其他城乡社区支出
F	213	农林水支出	农林水事务支出	农林水
F	21301	农业农村
F	21302	林业和草原
F	21303	水利
F	21305	巩固脱贫攻坚成果衔接乡村振兴	巩固脱贫衔接乡村振兴	扶贫
F	2130599	其他巩固脱贫攻坚成果衔接乡村振兴支出
F	21307	农村综合改革
F	21308	普惠金融发展支出
F	21309	目标价格补贴
F	21399	其他农林水支出
F	214	交通运输支出	交通运输
F	21401	公路水路运输
F	2140101	行政运行
F	2140104	公路建设
F	2140106	公路养护
F	2140112	公路运输管理
F	21402	铁路运输
F	21403	民用航空运输
F	21405	邮政业支出
F	21406	车辆购置税支出
F	21499	其他交通运输支出
F	215	资源勘探工业信息等支出	资源勘探信息等支出	资源勘探电力信息等支出
F	21501	资源勘探开发
F	21502	制造业
F	21503	建筑业
F	21505	工业和信息产业监管	工业和信息产业
F	21507	国有资产监管
F	21508	支持中小企业发展和管理支出
F	2150899	其他支持中小企业发展和管理支出
F	21599	其他资源勘探工业信息等支出
F	216	商业服务业等支出	商业服务业等事务支出
F	21602	商业流通事务
F	21606	涉外发展服务支出
F	21699	其他商业服务业等支出
F	2169999	其他商业服务业等支出
F	217	金融支出	金融监管等事务支出
F	21701	金融部门行政支出
F	21702	金融部门监管支出
F	21703	金融发展支出
F	21799	其他金融支出
F	219	援助其他地区支出
F	220	自然资源海洋气象等支出	国土海洋气象等支出	国土资源气象等事务支出
F	22001	自然资源事务
F	2200101	行政运行
F	2200102	一般行政管理事务
F	2200104	自然资源规划及管理
F	2200106	自然资源利用与保护
F	2200109	自然资源调查与确权登记
F	2200199	其他自然资源事务支出
F	22005	气象事务
F	22099	其他自然资源海洋气象等支出
F	221	住房保障支出	住房保障
F	22101	保障性安居工程支出
F	22102	住房改革支出
F	2210201	住房公积金
F	2210202	提租补贴
F	2210203	购房补贴
F	22103	城乡社区住宅
F	2210399	其他城乡社区住宅支出
F	222	粮油物资储备支出	粮油物资管理事务支出
F	22201	粮油物资事务	粮油事务
F	22204	粮油储备
F	22205	重要商品储备
F	223	国有资本经营预算支出
F	22301	解决历史遗留问题及改革成本支出
F	22302	国有企业资本金注入
F	22399	其他国有资本经营预算支出
F	2239999	其他国有资本经营预算支出
F	224	灾害防治及应急管理支出
F	22401	应急管理事务
F	22402	消防救援事务
F	22403	森林消防事务
F	22404	矿山安全
F	22405	地震事务
F	22406	自然灾害防治
F	22407	自然灾害救灾及恢复重建支出
F	22499	其他灾害防治及应急管理支出
F	227	预备费
F	229	其他支出
F	22960	彩票公益金安排的支出
F	2296002	用于社会福利的彩票公益金支出
F	2296010	用于文化事业的彩票公益金支出
F	22999	其他支出
F	2299999	其他支出
F	230	转移性支出
F	231	债务还本支出
F	232	债务付息支出
F	233	债务发行费用支出
F	234	抗疫特别国债安排的支出	抗疫特别国债支出
E	301	工资福利支出
E	30101	基本工资
E	30102	津贴补贴
E	30103	奖金
E	30106	伙食补助费
E	30107	绩效工资
E	30108	机关事业单位基本养老保险缴费
E	30109	职业年金缴费
E	30110	职工基本医疗保险缴费
E	30111	公务员医疗补助缴费
E	30112	其他社会保障缴费
E	30113	住房公积金
E	30114	医疗费
E	30199	其他工资福利支出
E	302	商品和服务支出
E	30201	办公费
E	30202	印刷费
E	30203	咨询费
E	30204	手续费
E	30205	水费
E	30206	电费
E	30207	邮电费
E	30208	取暖费
E	30209	物业管理费
E	30211	差旅费
E	30212	因公出国（境）费用
E	30213	维修（护）费
E	30214	租赁费
E	30215	会议费
E	30216	培训费
E	30217	公务接待费
E	30218	专用材料费
E	30224	被装购置费
E	30225	专用燃料费
E	30226	劳务费
E	30227	委托业务费
E	30228	工会经费
E	30229	福利费
E	30231	公务用车运行维护费
E	30239	其他交通费用
E	30240	税金及附加费用
E	30299	其他商品和服务支出
E	303	对个人和家庭的补助	对个人和家庭的补助支出
E	30301	离休费
E	30302	退休费
E	30303	退职（役）费
E	30304	抚恤金
E	30305	生活补助
E	30306	救济费
E	30307	医疗费补助
E	30308	助学金
E	30309	奖励金
E	30310	个人农业生产补贴
E	30311	代缴社会保险费
E	30399	其他对个人和家庭的补助
E	307	债务利息及费用支出	债务利息支出
E	30701	国内债务付息
E	30702	国外债务付息
E	30703	国内债务发行费用
E	30704	国外债务发行费用
E	308	债务还本支出
E	309	资本性支出（基本建设）
E	30901	房屋建筑物购建
E	30902	办公设备购置
E	30903	专用设备购置
E	30905	基础设施建设
E	30906	大型修缮
E	30907	信息网络及软件购置更新
E	30908	物资储备
E	30913	公务用车购置
E	30919	其他交通工具购置
E	30921	文物和陈列品购置
E	30922	无形资产购置
E	30999	其他基本建设支出
E	310	资本性支出	其他资本性支出
E	31001	房屋建筑物购建
E	31002	办公设备购置
E	31003	专用设备购置
E	31005	基础设施建设
E	31006	大型修缮
E	31007	信息网络及软件购置更新
E	31008	物资储备
E	31009	土地补偿
E	31010	安置补助
E	31011	地上附着物和青苗补偿
E	31012	拆迁补偿
E	31013	公务用车购置
E	31019	其他交通工具购置
E	31021	文物和陈列品购置
E	31022	无形资产购置
E	31099	其他资本性支出
E	311	对企业补助（基本建设）
E	312	对企业补助
E	31201	资本金注入
E	31203	政府投资基金股权投资
E	31204	费用补贴
E	31205	利息补贴
E	31299	其他对企业补助
E	313	对社会保障基金补助
E	31302	对社会保险基金补助
E	31303	补充全国社会保障基金
E	399	其他支出
E	39906	赠与
E	39907	国家赔偿费用支出
E	39908	对民间非营利组织和群众性自治组织补贴
E	39909	经常性赠与
E	39910	资本性赠与
E	39999	其他支出
T	budget-summary			财务收支预算总表	部门财务收支预算总表
B	income	本年收入		
C	budget	money	预算数	决算数
I	fiscal-grant		财政拨款收入
I	general-grant		一般公共预算资金	一般公共预算
I	fund-grant		政府性基金	政府性基金预算
I	capital-grant		国有资本经营预算
I	institutional-income		事业收入
I	operating-income		事业单位经营收入	经营收入
I	other-income		其他收入
I	income-total		收入总计	总计
B	expenditure	本年支出		c
C	budget	money	预算数	决算数
C	personnel	money	基本支出 人员经费
C	public	money	基本支出 公用经费
C	project-expenditure	money	项目支出
I	expenditure-total		支出总计	总计
R	row-total			*:budget = *:personnel + *:public + *:project-expenditure
R	fiscal-grant			fiscal-grant = general-grant + fund-grant + capital-grant
R	income-total			income-total = fiscal-grant + institutional-income + operating-income + other-income
R	expenditure-total			expenditure-total = sum(class)
R	balance			income-total = expenditure-total
R	line-numbers			sequence
T	budget-income			收入预算总表	部门收入预算总表	收入预算表
B	income		function	
C	total	money	收入预算 合计	合计
C	fiscal-grant	money	财政拨款收入
C	institutional-income	money	事业收入
C	operating-income	money	事业单位经营收入
C	other-income	money	其他收入
I	total		合计	总计
R	row-total			*:total = *:fiscal-grant + *:institutional-income + *:operating-income + *:other-income
R	hierarchy			tree
T	budget-expenditure			支出预算总表	部门支出预算总表	支出预算表
B	expenditure		function	
C	total	money	支出预算 合计	合计
C	basic-expenditure	money	支出预算 基本支出	基本支出
C	project-expenditure	money	支出预算 项目支出	项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	budget-fiscal-summary			财政拨款收支预算总表	部门财政拨款收支预算总表
B	income	财政拨款收入		
C	budget	money	预算数	决算数
I	general-grant		一般公共预算资金	一般公共预算
I	fund-grant		政府性基金	政府性基金预算
I	capital-grant		国有资本经营预算
I	income-total		收入总计	总计
B	expenditure	财政拨款支出		c
C	total	money	合计
C	general-budget	money	一般公共预算
C	government-fund	money	政府性基金预算
C	state-capital	money	国有资本经营预算
I	expenditure-total		支出总计	总计
R	row-total			expenditure.*:total = *:general-budget + *:government-fund + *:state-capital
R	income-total			income-total = general-grant + fund-grant + capital-grant
R	expenditure-total			expenditure-total = sum(class)
R	balance			income-total:budget = expenditure-total:total
R	line-numbers			sequence
T	budget-general-expenditure			一般公共预算支出功能分类预算表	部门一般公共预算支出功能分类预算表
B	expenditure		function	
C	total	money	一般公共预算支出 合计
C	basic-expenditure	money	一般公共预算支出 基本支出
C	project-expenditure	money	一般公共预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	budget-fund-expenditure			政府性基金预算支出功能分类预算表	部门政府性基金预算支出功能分类预算表
B	expenditure		function	
C	total	money	政府性基金预算支出 合计
C	basic-expenditure	money	政府性基金预算支出 基本支出
C	project-expenditure	money	政府性基金预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	budget-capital-expenditure			国有资本经营预算支出功能分类预算表	部门国有资本经营预算支出功能分类预算表
B	expenditure		function	
C	total	money	国有资本经营预算支出 合计
C	basic-expenditure	money	国有资本经营预算支出 基本支出
C	project-expenditure	money	国有资本经营预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	budget-basic-expenditure			一般公共预算基本支出部门预算经济分类预算表	部门一般公共预算基本支出部门预算经济分类预算表	一般公共预算基本支出经济分类预算表
B	expenditure		economic	
C	total	money	一般公共预算基本支出 合计
C	personnel	money	一般公共预算基本支出 人员经费
C	public	money	一般公共预算基本支出 公用经费
I	total		合计	总计
R	row-total			*:total = *:personnel + *:public
R	hierarchy			tree
T	budget-three-public			三公经费和机关运行经费预算表	部门三公经费和机关运行经费预算表
B	three-public			
C	total	money	三公经费 合计
C	overseas	money	三公经费 因公出国费
C	reception	money	三公经费 公务接待费
C	vehicles	money	三公经费 公务用车购置及运行维护费 小计
C	vehicle-purchase	money	三公经费 公务用车购置费
C	vehicle-running	money	三公经费 公务用车运行维护费
C	operating-funds	money	机关运行经费预算数	机关运行经费
R	Z15-total			*:total = *:overseas + *:vehicles + *:reception
R	Z15-vehicles			*:vehicles = *:vehicle-purchase + *:vehicle-running
T	jiangsu-summary	公开01表		收支预算总表
B	income	收入		
C	budget	money	预算数	决算数
I	fiscal-grant		财政拨款
I	general-grant		一般公共预算
I	fund-grant		政府性基金预算
I	special-account		财政专户管理资金
I	other-funds		其他资金
I	year-income		当年收入小计	本年收入合计
I	opening-balance		上年结转资金
I	income-total		收入合计	收入总计
B	function	功能分类		c
C	budget	money	预算数	决算数
I	year-expenditure		当年支出小计	本年支出合计
I	closing-balance		结转下年资金
I	expenditure-total		支出合计	支出总计
B	use	支出用途		
C	budget	money	预算数	决算数
I	basic-expenditure		基本支出
I	project-expenditure		项目支出
I	reserve		单位预留机动经费
R	fiscal-grant			fiscal-grant = general-grant + fund-grant
R	year-income			year-income = fiscal-grant + special-account + other-funds
R	income-total			income-total = year-income + opening-balance
R	function			year-expenditure = sum(class)
R	use			year-expenditure = basic-expenditure + project-expenditure + reserve
R	expenditure-total			expenditure-total = year-expenditure + closing-balance
R	balance			income-total = expenditure-total
R	line-numbers			sequence
T	jiangsu-income	公开02表		收入预算总表
B	income			
C	budget	money	预算数	决算数
I	total		收入总计
I	general-grant		一般公共预算资金小计
I	fiscal-allocation		公共财政拨款资金
I	special-income		专项收入
I	fund-grant		政府性基金小计
I	special-account		财政专户管理资金小计
I	education-fees		专户管理教育收费
I	other-charges		其他非税收入
I	other-funds		其他资金小计
I	institutional-income		事业收入
I	operating-income		经营收入
I	other-income		其他收入
I	debt		债务资金
I	opening-balance		上年结转和结余资金小计
I	opening-used		动用上年结转和结余资金
R	total			total = general-grant + fund-grant + special-account + other-funds + opening-balance
R	general-grant			general-grant = fiscal-allocation + special-income
R	special-account			special-account = education-fees + other-charges
R	other-funds			other-funds = institutional-income + operating-income + other-income + debt
T	jiangsu-expenditure	公开03表		支出预算总表
B	expenditure			
C	total	money	合计
C	basic-expenditure	money	基本支出
C	project-expenditure	money	项目支出
C	reserve	money	单位预留机动经费
C	closing-balance	money	结转下年资金
R	row-total			*:total = *:basic-expenditure + *:project-expenditure + *:reserve + *:closing-balance
T	jiangsu-fiscal-summary	公开04表		财政拨款收支预算总表
B	income	收入		
C	budget	money	预算数	决算数
I	general-grant		一般公共预算
I	fund-grant		政府性基金预算
I	income-total		收入合计
B	expenditure	支出		
C	budget	money	预算数	决算数
I	basic-expenditure		基本支出
I	project-expenditure		项目支出
I	reserve		单位预留机动经费
I	expenditure-total		支出合计
R	income-total			income-total = general-grant + fund-grant
R	expenditure-total			expenditure-total = basic-expenditure + project-expenditure + reserve
R	balance			income-total = expenditure-total
T	jiangsu-fiscal-expenditure	公开05表		财政拨款支出预算表
B	expenditure		function	
C	budget	money	预算数	决算数
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-fiscal-basic	公开06表		财政拨款基本支出预算表
B	expenditure		economic	
C	budget	money	预算数	决算数
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-general-expenditure	公开07表		一般公共预算支出预算表
B	expenditure		function	
C	budget	money	预算数	决算数
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-general-basic	公开08表		一般公共预算基本支出预算表
B	expenditure		economic	
C	budget	money	预算数	决算数
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-three-public	公开09表		三公经费会议费培训费支出预算表	一般公共预算三公经费会议费培训费支出预算表
B	three-public			
C	total	money	合计
C	three-public	money	三公经费 小计
C	overseas	money	三公经费 因公出国费
C	vehicles	money	三公经费 公务用车购置及运行维护费 小计
C	vehicle-purchase	money	三公经费 公务用车购置费
C	vehicle-running	money	三公经费 公务用车运行维护费
C	reception	money	三公经费 公务接待费
C	meetings	money	会议费
C	training	money	培训费
R	total			*:total = *:three-public + *:meetings + *:training
R	Z15-three-public			*:three-public = *:overseas + *:vehicles + *:reception
R	Z15-vehicles			*:vehicles = *:vehicle-purchase + *:vehicle-running
T	jiangsu-fund-expenditure	公开10表		政府性基金预算财政拨款支出预算表	财政拨款政府性基金支出预算表	政府性基金支出预算表	政府性基金预算支出预算表
B	expenditure		function	
C	budget	money	预算数	决算数
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-operating-funds	公开11表		一般公共预算机关运行经费支出预算表
B	expenditure		economic	
C	budget	money	机关运行经费支出
I	total		合计	总计
R	hierarchy			tree
T	jiangsu-procurement	公开12表		政府采购支出预算表	政府采购预算表
B	procurement				采购品目大类	经济科目	采购物品名称
C	total	money	总计
I	total		合计	总计
R	hierarchy			outline
T	income-expenditure-summary	公开01表		收入支出决算总表	收支决算总表	收入支出决算表	部门收支决算总表
B	income	收入		
C	final	money	决算数
C	budget	money	预算数
C	adjusted-budget	money	调整预算数	全年预算数
I	general-grant		一般公共预算财政拨款收入	一般公共预算财政拨款	财政拨款收入
I	fund-grant		政府性基金预算财政拨款收入	政府性基金预算财政拨款
I	capital-grant		国有资本经营预算财政拨款收入	国有资本经营预算财政拨款
I	superior-subsidy		上级补助收入
I	institutional-income		事业收入
I	operating-income		经营收入
I	subsidiary-remittance		附属单位上缴收入	附属单位缴款
I	other-income		其他收入
I	year-income		本年收入合计
I	balance-used		使用非财政拨款结余	用事业基金弥补收支差额	使用专用结余
I	opening-balance		年初结转和结余	上年结转和结余
I	income-total		总计	收入总计	合计
B	expenditure	支出		c
C	final	money	决算数
C	budget	money	预算数
C	adjusted-budget	money	调整预算数	全年预算数
I	year-expenditure		本年支出合计
I	surplus-distribution		结余分配
I	closing-balance		年末结转和结余
I	expenditure-total		总计	支出总计	合计
R	Z1-year-income			year-income = general-grant + fund-grant + capital-grant + superior-subsidy + institutional-income + operating-income + subsidiary-remittance + other-income
R	Z2-year-expenditure			year-expenditure = sum(class)
R	Z3-income-total			income-total = year-income + balance-used + opening-balance
R	Z4-expenditure-total			expenditure-total = year-expenditure + surplus-distribution + closing-balance
R	Z5-balance			income-total = expenditure-total
R	line-numbers			sequence
T	income	公开02表		收入决算表	收入决算总表	部门收入决算表
B	income		function	
C	total	money	本年收入合计	合计
C	fiscal-grant	money	财政拨款收入
C	superior-subsidy	money	上级补助收入
C	institutional-income	money	事业收入	事业收入 小计
C	operating-income	money	经营收入
C	subsidiary-remittance	money	附属单位上缴收入	附属单位缴款
C	other-income	money	其他收入
I	total		合计	总计
R	Z6-row-total			*:total = *:fiscal-grant + *:superior-subsidy + *:institutional-income + *:operating-income + *:subsidiary-remittance + *:other-income
R	Z8-hierarchy			tree
T	expenditure	公开03表		支出决算表	支出决算总表	部门支出决算表
B	expenditure		function	
C	total	money	本年支出合计	合计
C	basic-expenditure	money	基本支出
C	project-expenditure	money	项目支出
C	to-superior	money	上缴上级支出
C	operating-expenditure	money	经营支出
C	to-subsidiary	money	对附属单位补助支出
I	total		合计	总计
R	Z7-row-total			*:total = *:basic-expenditure + *:project-expenditure + *:to-superior + *:operating-expenditure + *:to-subsidiary
R	Z8-hierarchy			tree
T	fiscal-summary	公开04表		财政拨款收入支出决算总表	财政拨款收支决算总表	财政拨款收入支出决算表
B	income	收入		
C	final	money	决算数
C	budget	money	预算数
C	adjusted-budget	money	调整预算数	全年预算数
I	general-grant		一般公共预算财政拨款	一般公共预算财政拨款收入
I	fund-grant		政府性基金预算财政拨款	政府性基金预算财政拨款收入
I	capital-grant		国有资本经营预算财政拨款	国有资本经营预算财政拨款收入	国有资本经营财政拨款
I	year-income		本年收入合计
I	opening-balance		年初财政拨款结转和结余	上年财政拨款结转和结余
I	opening-general	opening-balance	一般公共预算财政拨款
I	opening-fund	opening-balance	政府性基金预算财政拨款
I	opening-capital	opening-balance	国有资本经营预算财政拨款	国有资本经营财政拨款
I	income-total		总计	收入总计	合计
B	expenditure	支出		c
C	total	money	合计	小计
C	general-budget	money	一般公共预算财政拨款	一般公共预算
C	government-fund	money	政府性基金预算财政拨款	政府性基金预算
C	state-capital	money	国有资本经营预算财政拨款	国有资本经营预算	国有资本经营财政拨款
I	year-expenditure		本年支出合计
I	closing-balance		年末财政拨款结转和结余
I	expenditure-total		总计	支出总计	合计
R	Z9-row-total			expenditure.*:total = *:general-budget + *:government-fund + *:state-capital
R	Z10-year-income			year-income = general-grant + fund-grant + capital-grant
R	Z10-opening-balance			opening-balance = opening-general + opening-fund + opening-capital
R	Z10-year-expenditure			year-expenditure = sum(class)
R	Z11-income-total			income-total = year-income + opening-balance
R	Z11-expenditure-total			expenditure-total = year-expenditure + closing-balance
R	Z11-general-budget			expenditure-total:general-budget = general-grant:final + opening-general:final
R	Z11-government-fund			expenditure-total:government-fund = fund-grant:final + opening-fund:final
R	Z11-state-capital			expenditure-total:state-capital = capital-grant:final + opening-capital:final
R	Z12-balance			income-total:final = expenditure-total:total
R	line-numbers			sequence
T	general-budget-expenditure	公开05表		一般公共预算财政拨款支出决算表	一般公共预算财政拨款支出决算总表	一般公共预算支出决算表	一般公共预算财政拨款收入支出决算表
B	expenditure		function	
C	total	money	合计	小计	本年支出合计	本年支出 合计	本年支出 小计
C	basic-expenditure	money	基本支出	本年支出 基本支出
C	project-expenditure	money	项目支出	本年支出 项目支出
I	total		合计	总计
R	Z13-row-total			*:total = *:basic-expenditure + *:project-expenditure
R	Z8-hierarchy			tree
T	fiscal-expenditure			财政拨款支出决算表
B	expenditure		function	
C	total	money	合计	小计	本年支出合计	本年支出 合计	本年支出 小计
C	basic-expenditure	money	基本支出	本年支出 基本支出
C	project-expenditure	money	项目支出	本年支出 项目支出
I	total		合计	总计
R	Z13-row-total			*:total = *:basic-expenditure + *:project-expenditure
R	Z8-hierarchy			tree
T	basic-expenditure	公开06表		一般公共预算财政拨款基本支出决算表	一般公共预算财政拨款基本支出决算明细表	一般公共预算基本支出决算表
B	expenditure		economic	r
C	final	money	决算数
C	budget	money	预算数
C	adjusted-budget	money	调整预算数	全年预算数
I	personnel-total		人员经费合计
I	public-total		公用经费合计
I	total		合计	总计	基本支出合计
R	Z14-hierarchy			tree
R	Z14-personnel			personnel-total = 301 + 303
R	Z14-total			personnel-total + public-total = total
R	Z14-public			public-total + 301 + 303 = sum(class)
T	fund-income-expenditure	公开07表		政府性基金预算财政拨款收入支出决算表	政府性基金预算财政拨款支出决算表	政府性基金预算收入支出决算表
B	expenditure		function	
C	opening-balance	money	年初结转和结余	年初结转和结余 合计
C	year-income	money	本年收入
C	total	money	合计	小计	本年支出	本年支出 合计	本年支出 小计
C	basic-expenditure	money	基本支出	本年支出 基本支出
C	project-expenditure	money	项目支出	本年支出 项目支出
C	closing-balance	money	年末结转和结余	年末结转和结余 合计
I	total		合计	总计
R	Z16-carry-over			*:closing-balance = *:opening-balance + *:year-income - *:total
R	Z16-row-total			*:total = *:basic-expenditure + *:project-expenditure
R	Z8-hierarchy			tree
R	Z26-declared-empty	derived		declared-empty
T	state-capital-expenditure	公开08表		国有资本经营预算财政拨款支出决算表	国有资本经营预算财政拨款收入支出决算表	国有资本经营预算支出决算表	国有资本经营财政拨款收入支出决算表
B	expenditure		function	
C	opening-balance	money	年初结转和结余	年初结转和结余 合计
C	year-income	money	本年收入
C	total	money	合计	小计	本年支出	本年支出 合计	本年支出 小计
C	basic-expenditure	money	基本支出	本年支出 基本支出
C	project-expenditure	money	项目支出	本年支出 项目支出
C	closing-balance	money	年末结转和结余	年末结转和结余 合计
I	total		合计	总计
R	Z16-carry-over			*:closing-balance = *:opening-balance + *:year-income - *:total
R	Z16-row-total			*:total = *:basic-expenditure + *:project-expenditure
R	Z8-hierarchy			tree
R	Z26-declared-empty	derived		declared-empty
T	three-public	公开09表		一般公共预算财政拨款三公经费支出决算表	财政拨款三公经费支出决算表	三公经费支出决算表	一般公共预算三公经费支出决算表	三公经费公共预算财政拨款支出决算表
B	three-public			
C	budget-total	money	预算数 合计
C	budget-overseas	money	预算数 因公出国费
C	budget-vehicles	money	预算数 公务用车购置及运行维护费 小计
C	budget-vehicle-purchase	money	预算数 公务用车购置费
C	budget-vehicle-running	money	预算数 公务用车运行维护费
C	budget-reception	money	预算数 公务接待费
C	final-total	money	决算数 合计
C	final-overseas	money	决算数 因公出国费
C	final-vehicles	money	决算数 公务用车购置及运行维护费 小计
C	final-vehicle-purchase	money	决算数 公务用车购置费
C	final-vehicle-running	money	决算数 公务用车运行维护费
C	final-reception	money	决算数 公务接待费
R	Z26-declared-empty	derived		declared-empty
R	Z15-budget-total			*:budget-total = *:budget-overseas + *:budget-vehicles + *:budget-reception
R	Z15-budget-vehicles			*:budget-vehicles = *:budget-vehicle-purchase + *:budget-vehicle-running
R	Z15-final-total			*:final-total = *:final-overseas + *:final-vehicles + *:final-reception
R	Z15-final-vehicles			*:final-vehicles = *:final-vehicle-purchase + *:final-vehicle-running
T	national-summary		budget	收支总表	部门收支总表	收支预算总表	部门收支预算总表
B	income	收入		
C	budget	money	预算数	金额	本年预算	本年预算数
I	fiscal-grant		财政拨款	财政拨款收入
I	general-grant		一般公共预算拨款收入	一般公共预算财政拨款收入	一般公共预算拨款
I	fund-grant		政府性基金预算拨款收入	政府性基金预算财政拨款收入	政府性基金预算拨款
I	capital-grant		国有资本经营预算拨款收入	国有资本经营预算财政拨款收入	国有资本经营预算拨款
I	special-account		财政专户管理资金收入
I	institutional-income		事业收入
I	operating-income		事业单位经营收入	经营收入
I	superior-subsidy		上级补助收入
I	subsidiary-remittance		附属单位上缴收入
I	other-income		其他收入
I	year-income		本年收入合计
I	balance-used		使用非财政拨款结余	用事业基金弥补收支差额
I	opening-balance		上年结转	上年结转结余	上年结转和结余
I	income-total		收入总计
B	expenditure	支出		c
C	budget	money	预算数	金额	本年预算	本年预算数
I	year-expenditure		本年支出合计
I	closing-balance		结转下年	年终结转结余	年末结转和结余	结转下年支出
I	expenditure-total		支出总计
R	year-income			year-income = fiscal-grant + general-grant + fund-grant + capital-grant + special-account + institutional-income + operating-income + superior-subsidy + subsidiary-remittance + other-income
R	year-expenditure			year-expenditure = sum(class)
R	income-total			income-total = year-income + balance-used + opening-balance
R	expenditure-total			expenditure-total = year-expenditure + closing-balance
R	balance			income-total = expenditure-total
T	national-income		budget	收入总表	部门收入总表	收入预算表	部门收入预算表	收入预算总表
B	income		function	
C	total	money	收入合计	合计
C	opening-balance	money	上年结转	上年结转结余
C	fiscal-grant	money	财政拨款收入
C	general-grant	money	一般公共预算拨款收入	一般公共预算财政拨款收入
C	fund-grant	money	政府性基金预算拨款收入	政府性基金预算财政拨款收入
C	capital-grant	money	国有资本经营预算拨款收入	国有资本经营预算财政拨款收入
C	institutional-income	money	事业收入 金额	事业收入
C	operating-income	money	事业单位经营收入
C	superior-subsidy	money	上级补助收入
C	subsidiary-remittance	money	附属单位上缴收入
C	other-income	money	其他收入
C	balance-used	money	使用非财政拨款结余
I	total		合计	总计
R	row-total			*:total = *:opening-balance + *:fiscal-grant + *:general-grant + *:fund-grant + *:capital-grant + *:institutional-income + *:operating-income + *:superior-subsidy + *:subsidiary-remittance + *:other-income + *:balance-used
R	hierarchy			tree
T	national-expenditure		budget	支出总表	部门支出总表	支出预算表	部门支出预算表	支出预算总表
B	expenditure		function	
C	total	money	合计
C	basic-expenditure	money	基本支出
C	project-expenditure	money	项目支出
C	to-superior	money	上缴上级支出
C	operating-expenditure	money	事业单位经营支出
C	to-subsidiary	money	对附属单位补助支出	对下级单位补助支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure + *:to-superior + *:operating-expenditure + *:to-subsidiary
R	hierarchy			tree
T	national-fiscal-expenditure		budget	财政拨款支出预算表	财政拨款支出表
B	expenditure		function	
C	total	money	合计	小计	财政拨款支出	本年一般公共预算支出 合计
C	basic-expenditure	money	基本支出	本年一般公共预算支出 基本支出
C	project-expenditure	money	项目支出	本年一般公共预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	national-general-expenditure		budget	一般公共预算支出表	部门一般公共预算支出表
B	expenditure		function	
C	total	money	合计	小计	财政拨款支出	本年一般公共预算支出 合计
C	basic-expenditure	money	基本支出	本年一般公共预算支出 基本支出
C	project-expenditure	money	项目支出	本年一般公共预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	national-general-basic		budget	一般公共预算基本支出表	部门一般公共预算基本支出表
B	expenditure		economic	
C	total	money	合计	本年一般公共预算基本支出 合计
C	personnel	money	人员经费	本年一般公共预算基本支出 人员经费
C	public	money	公用经费	本年一般公共预算基本支出 公用经费
I	total		合计	总计
R	row-total			*:total = *:personnel + *:public
R	hierarchy			tree
T	national-fund-expenditure		budget	政府性基金预算支出表	部门政府性基金预算支出表
B	expenditure		function	
C	total	money	合计	小计	财政拨款支出	本年一般公共预算支出 合计
C	basic-expenditure	money	基本支出	本年一般公共预算支出 基本支出
C	project-expenditure	money	项目支出	本年一般公共预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	national-capital-expenditure		budget	国有资本经营预算支出表	部门国有资本经营预算支出表
B	expenditure		function	
C	total	money	合计	小计	财政拨款支出	本年一般公共预算支出 合计
C	basic-expenditure	money	基本支出	本年一般公共预算支出 基本支出
C	project-expenditure	money	项目支出	本年一般公共预算支出 项目支出
I	total		合计	总计
R	row-total			*:total = *:basic-expenditure + *:project-expenditure
R	hierarchy			tree
T	project-self-evaluation-summary			项目单位自评汇总表	项目支出绩效自评汇总表	项目自评汇总表
B	projects			
K	项目名称
C	year-budget	money	全年预算数
C	executed	money	全年执行数
C	executed-by-system	money	系统查询全年执行数
C	execution-rate	rate	预算执行率
C	funds-rate	rate	资金管理情况得分率
C	cost-rate	rate	成本指标得分率
C	output-rate	rate	产出指标得分率
C	benefit-rate	rate	效益指标得分率
C	satisfaction-rate	rate	满意度指标得分率
C	score	score	自评得分
R	execution-rate	derived		*:execution-rate = *:executed / *:year-budget
R	executed	usual		*:executed = *:executed-by-system
T	project-self-evaluation			项目自评表	项目支出绩效自评表	预算项目自评表	项目绩效自评表
L	项目名称	主管部门	实施单位	年度资金总额	一级指标	三级指标
G	project	项目名称	项目支出名称
G	department	主管部门
G	unit	实施单位	项目单位	填报单位
N	项目资金	资金管理情况	年度总体目标	绩效指标	部门整体支出情况	年度履职目标	年度主要任务
V	成本指标	产出指标	效益指标	满意度指标	满意度	投入管理指标
V	经济成本指标	社会成本指标	生态环境成本指标	数量指标	质量指标	时效指标	经济效益指标	社会效益指标	生态效益指标	可持续影响指标	服务对象满意度指标	工作目标管理	预算和财务管理	绩效管理	重点工作任务完成	履职目标实现	履职效益
B	form			
C	initial-budget	money	年初预算数
C	year-budget	money	全年预算数
C	executed	money	全年执行数
C	target	rate	年度指标值
C	achieved	rate	实际完成值
C	weight	score	分值
C	execution-rate	rate	执行率%	执行率
C	score	score	得分
C	deviation	rate	偏差度%	偏差度
I	funds		年度资金总额	资金总额	部门资金总额	部门预算总额
I	government-funds		政府性预算资金	政府预算资金	资金来源政府预算资金	财政拨款	其中财政拨款
I	special-account		财政专户管理资金
I	own-funds		单位资金	其他资金
I	total		总分	总计	合计
R	funds	derived		funds:initial-budget = government-funds:initial-budget + special-account:initial-budget + own-funds:initial-budget
R	funds-year	derived		funds:year-budget = government-funds:year-budget + special-account:year-budget + own-funds:year-budget
R	funds-executed	derived		funds:executed = government-funds:executed + special-account:executed + own-funds:executed
R	execution-rate	derived		*:execution-rate = *:executed / *:year-budget
R	score	usual		total:score = sum(others:score)
R	weight	usual		total:weight = sum(others:weight)
R	summary-score	derived		total:score = project-self-evaluation-summary/$project:score
R	summary-budget	derived		funds:year-budget = project-self-evaluation-summary/$project:year-budget
R	summary-executed	derived		funds:executed = project-self-evaluation-summary/$project:executed
R	summary-rate	derived		funds:execution-rate = project-self-evaluation-summary/$project:execution-rate
T	department-self-evaluation			部门整体自评表	部门整体绩效自评表	部门整体支出绩效自评表
L	部门名称	年度资金总额	一级指标	三级指标	年度履职目标
G	department	部门名称	单位名称
N	项目资金	资金管理情况	年度总体目标	绩效指标	部门整体支出情况	年度履职目标	年度主要任务
V	成本指标	产出指标	效益指标	满意度指标	满意度	投入管理指标
V	经济成本指标	社会成本指标	生态环境成本指标	数量指标	质量指标	时效指标	经济效益指标	社会效益指标	生态效益指标	可持续影响指标	服务对象满意度指标	工作目标管理	预算和财务管理	绩效管理	重点工作任务完成	履职目标实现	履职效益
B	form			
C	initial-budget	money	年初预算数
C	year-budget	money	全年预算数
C	executed	money	全年执行数
C	target	rate	年度指标值
C	achieved	rate	实际完成值
C	weight	score	分值
C	execution-rate	rate	执行率%	执行率
C	score	score	得分
C	deviation	rate	偏差度%	偏差度
I	funds		年度资金总额	资金总额	部门资金总额	部门预算总额
I	government-funds		政府性预算资金	政府预算资金	资金来源政府预算资金	财政拨款	其中财政拨款
I	special-account		财政专户管理资金
I	own-funds		单位资金	其他资金
I	total		总分	总计	合计
R	execution-rate	derived		*:execution-rate = *:executed / *:year-budget
R	score	usual		total:score = sum(others:score)
R	weight	usual		total:weight = sum(others:weight)
T	units			部门决算单位构成	单位构成情况	部门预算单位构成	纳入部门决算编制范围的单位名单
L	序号	单位名称	备注
X	summary-fiscal-grant			budget-summary/fiscal-grant:budget = budget-income/total:fiscal-grant
X	summary-income			budget-summary/income-total:budget = budget-income/total:total
X	summary-expenditure			budget-summary/expenditure-total:budget = budget-expenditure/total:total
X	summary-class			budget-summary/@class:budget = budget-expenditure/@class:total
X	summary-grants			budget-summary/fiscal-grant:budget = budget-fiscal-summary/income-total:budget
X	fiscal-general			budget-fiscal-summary/expenditure-total:general-budget = budget-general-expenditure/total:total
X	fiscal-class			budget-fiscal-summary/@class:general-budget = budget-general-expenditure/@class:total
X	fiscal-fund			budget-fiscal-summary/expenditure-total:government-fund = budget-fund-expenditure/total:total
X	fiscal-capital			budget-fiscal-summary/expenditure-total:state-capital = budget-capital-expenditure/total:total
X	general-basic			budget-general-expenditure/total:basic-expenditure = budget-basic-expenditure/total:total
X	summary-personnel	derived	budget-expenditure/total:total = budget-general-expenditure/total:total	budget-summary/expenditure-total:personnel = budget-basic-expenditure/total:personnel
X	summary-public	derived	budget-expenditure/total:total = budget-general-expenditure/total:total	budget-summary/expenditure-total:public = budget-basic-expenditure/total:public
X	summary-project	derived		budget-summary/expenditure-total:project-expenditure = budget-expenditure/total:project-expenditure
X	income-expenditure	usual		budget-income/@code:total = budget-expenditure/@code:total
X	jiangsu-income			jiangsu-summary/income-total:budget = jiangsu-income/total:budget
X	jiangsu-expenditure			jiangsu-summary/expenditure-total:budget = jiangsu-expenditure/*:total
X	jiangsu-basic			jiangsu-summary/basic-expenditure:budget = jiangsu-expenditure/*:basic-expenditure
X	jiangsu-project			jiangsu-summary/project-expenditure:budget = jiangsu-expenditure/*:project-expenditure
X	jiangsu-reserve			jiangsu-summary/reserve:budget = jiangsu-expenditure/*:reserve
X	jiangsu-grants			jiangsu-summary/general-grant:budget = jiangsu-fiscal-summary/general-grant:budget
X	jiangsu-fiscal			jiangsu-fiscal-summary/expenditure-total:budget = jiangsu-fiscal-expenditure/total:budget
X	jiangsu-fiscal-basic			jiangsu-fiscal-summary/basic-expenditure:budget = jiangsu-fiscal-basic/total:budget
X	jiangsu-general			jiangsu-fiscal-summary/general-grant:budget = jiangsu-general-expenditure/total:budget
X	jiangsu-general-code	derived	jiangsu-fiscal-expenditure/total:budget = jiangsu-general-expenditure/total:budget	jiangsu-fiscal-expenditure/@code:budget = jiangsu-general-expenditure/@code:budget
X	jiangsu-basic-code	derived	jiangsu-fiscal-basic/total:budget = jiangsu-general-basic/total:budget	jiangsu-fiscal-basic/@code:budget = jiangsu-general-basic/@code:budget
X	Z17-year-income			income-expenditure-summary/year-income:final = income/total:total
X	Z18-year-expenditure			income-expenditure-summary/year-expenditure:final = expenditure/total:total
X	Z19-class			income-expenditure-summary/@class:final = expenditure/@class:total
X	Z20-general-grant			income-expenditure-summary/general-grant:final = fiscal-summary/general-grant:final
X	Z20-fund-grant			income-expenditure-summary/fund-grant:final = fiscal-summary/fund-grant:final
X	Z20-capital-grant			income-expenditure-summary/capital-grant:final = fiscal-summary/capital-grant:final
X	Z20-fiscal-grant			income/total:fiscal-grant = fiscal-summary/year-income:final
X	Z21-superior-subsidy			income-expenditure-summary/superior-subsidy:final = income/total:superior-subsidy
X	Z21-institutional-income			income-expenditure-summary/institutional-income:final = income/total:institutional-income
X	Z21-operating-income			income-expenditure-summary/operating-income:final = income/total:operating-income
X	Z21-subsidiary-remittance			income-expenditure-summary/subsidiary-remittance:final = income/total:subsidiary-remittance
X	Z21-other-income			income-expenditure-summary/other-income:final = income/total:other-income
X	Z22-general-budget			fiscal-summary/year-expenditure:general-budget = general-budget-expenditure/total:total
X	Z22-class			fiscal-summary/@class:general-budget = general-budget-expenditure/@class:total
X	Z23-basic-expenditure			general-budget-expenditure/total:basic-expenditure = basic-expenditure/personnel-total:final + basic-expenditure/public-total:final
X	Z24-fund-income			fund-income-expenditure/total:year-income = fiscal-summary/fund-grant:final
X	Z24-fund-expenditure			fund-income-expenditure/total:total = fiscal-summary/year-expenditure:government-fund
X	Z24-fund-opening			fund-income-expenditure/total:opening-balance = fiscal-summary/opening-fund:final
X	Z24-fund-closing			fund-income-expenditure/total:closing-balance = fiscal-summary/closing-balance:government-fund
X	Z24-fund-class			fiscal-summary/@class:government-fund = fund-income-expenditure/@class:total
X	Z25-capital-income			state-capital-expenditure/total:year-income = fiscal-summary/capital-grant:final
X	Z25-capital-expenditure			state-capital-expenditure/total:total = fiscal-summary/year-expenditure:state-capital
X	Z25-capital-class			fiscal-summary/@class:state-capital = state-capital-expenditure/@class:total
X	Z26-fund	derived		blank fund-income-expenditure = fiscal-summary/*:government-fund
X	Z26-capital	derived		blank state-capital-expenditure = fiscal-summary/*:state-capital
X	Z27-at-least	derived		expenditure/@code:total >= general-budget-expenditure/@code:total + fund-income-expenditure/@code:total + state-capital-expenditure/@code:total
X	Z27-basic-at-least	derived		expenditure/@code:basic-expenditure >= general-budget-expenditure/@code:basic-expenditure + fund-income-expenditure/@code:basic-expenditure
X	Z28-opening	derived		income-expenditure-summary/opening-balance:final >= fiscal-summary/opening-balance:final
X	Z28-closing	derived		income-expenditure-summary/closing-balance:final >= fiscal-summary/closing-balance:total
X	Z29-overseas	derived		three-public/*:final-overseas >= basic-expenditure/30212:final
X	Z29-reception	derived		three-public/*:final-reception >= basic-expenditure/30217:final
X	Z29-vehicle-running	derived		three-public/*:final-vehicle-running >= basic-expenditure/30231:final
X	Z29-vehicle-purchase	derived		three-public/*:final-vehicle-purchase >= basic-expenditure/31013:final
X	Z31-other-funds	derived		income-expenditure-summary/year-income:final + income-expenditure-summary/opening-balance:final + income-expenditure-summary/balance-used:final + fiscal-summary/year-expenditure:total + fiscal-summary/closing-balance:total = fiscal-summary/year-income:final + fiscal-summary/opening-balance:final + income-expenditure-summary/year-expenditure:final + income-expenditure-summary/surplus-distribution:final + income-expenditure-summary/closing-balance:final
X	contributions-housing	usual		general-budget-expenditure/2210201:basic-expenditure = basic-expenditure/30113:final
X	contributions-pension	usual		general-budget-expenditure/2080505:basic-expenditure = basic-expenditure/30108:final
X	contributions-annuity	usual		general-budget-expenditure/2080506:basic-expenditure = basic-expenditure/30109:final
X	contributions-medical	usual		general-budget-expenditure/21011:basic-expenditure = basic-expenditure/30110:final + basic-expenditure/30111:final
X	fiscal-only-total	derived	income-expenditure-summary/@class:final = fiscal-summary/@class:total	expenditure/@code:total = general-budget-expenditure/@code:total + fund-income-expenditure/@code:total + state-capital-expenditure/@code:total
X	fiscal-only-basic	derived	income-expenditure-summary/@class:final = fiscal-summary/@class:total	expenditure/@code:basic-expenditure = general-budget-expenditure/@code:basic-expenditure + fund-income-expenditure/@code:basic-expenditure + state-capital-expenditure/@code:basic-expenditure
X	fiscal-only-project	derived	income-expenditure-summary/@class:final = fiscal-summary/@class:total	expenditure/@code:project-expenditure = general-budget-expenditure/@code:project-expenditure + fund-income-expenditure/@code:project-expenditure + state-capital-expenditure/@code:project-expenditure
X	national-income			national-summary/income-total:budget = national-income/total:total
X	national-expenditure			national-summary/year-expenditure:budget = national-expenditure/total:total
X	national-class			national-summary/@class:budget = national-expenditure/@class:total
X	national-basic			national-general-expenditure/total:basic-expenditure = national-general-basic/total:total
P	filler	为	均为	都为	各为	是	均是	都是	共计	总计为	合计为	共	达	达到	各	的	了
P	budget	年初预算	年初预算数	年初预算安排	全年预算	全年预算数	调整预算	调整预算数	支出预算	支出预算数	支出年初预算	支出全年预算	支出预算总额	预算	预算数	预算安排	预算支出	预算总计	预算合计	预算总额	当年预算	当年预算数
P	final	支出决算	支出决算数	决算	决算数	执行数	全年执行数	实际支出	实际执行	预算执行数	当年预算执行数	当年执行数
P	increase	增加	各增加	均增加	都增加	增加数
P	decrease	减少	各减少	均减少	都减少	减少数
P	growth	增长	上升	增长率	增幅
P	fall	下降	降低	下降率	降幅
P	completion	完成	完成预算	完成预算数	完成年初预算	完成年初预算数	完成全年预算	完成全年预算数	完成调整预算	完成调整预算数	执行率	预算执行率
P	less	决算数小于预算数	决算数小于年初预算数	决算数小于全年预算数	决算数小于年初预算	决算数低于预算数	决算数低于年初预算数	决算数低于全年预算数	决算小于预算
P	more	决算数大于预算数	决算数大于年初预算数	决算数大于全年预算数	决算数大于年初预算	决算数高于预算数	决算数高于年初预算数	决算数高于全年预算数	决算大于预算
P	same	持平	一致	相同	不存在差异	无差异	没有差异
P	about	基本	大致	略	大体	不一致	不相同	不持平	不完全	未持平
P	comparison	相比	比上年	较上年	比去年	较去年	同比
P	whole	总支出	总收入	支出总额	收入总额	总额	支出总数	收入总数
P	purpose	主要用于	用于	主要包括	主要是	包括	主要为
P	empty	无数据	没有数据	此表为空	本表为空	空表
P	opening	本单位	我单位	本部门	我部门	本年度	本年	今年	当年	全年	学校	我校	本校
P	placeholder	局	部门	单位	厅	街道	镇	乡	县	市	省	学校	中心	万元	元	%	个	辆	台
S	totals	income-expenditure-summary/income-total:final						收入支出总计	收入支出决算总计	收支总计	收支决算总计	收入总计和支出总计	收入总计支出总计	收入总计与支出总计
S	totals-income	income-expenditure-summary/income-total:final|income-expenditure-summary/year-income:final						收入总计
S	totals-expenditure	income-expenditure-summary/expenditure-total:final|income-expenditure-summary/year-expenditure:final				income-expenditure-summary/@class:final		支出总计	各项支出总计
S	totals-year-income	income-expenditure-summary/year-income:final		totals|totals-income|totals-expenditure				本年收入
S	totals-opening	income-expenditure-summary/opening-balance:final		totals|totals-income|totals-expenditure				年初结转和结余	上年结转和结余
S	totals-balance-used	income-expenditure-summary/balance-used:final		totals|totals-income|totals-expenditure				使用非财政拨款结余
S	totals-year-expenditure	income-expenditure-summary/year-expenditure:final		totals|totals-income|totals-expenditure				本年支出
S	totals-distribution	income-expenditure-summary/surplus-distribution:final		totals|totals-income|totals-expenditure				结余分配
S	totals-closing	income-expenditure-summary/closing-balance:final		totals|totals-income|totals-expenditure				年末结转和结余
S	year-income	income/total:total|income-expenditure-summary/year-income:final						本年收入合计	收入合计	本年收入总计
S	year-income-grant	income/total:fiscal-grant		year-income|totals-income				财政拨款收入
S	year-income-subsidy	income/total:superior-subsidy		year-income|totals-income				上级补助收入
S	year-income-institutional	income/total:institutional-income		year-income|totals-income				事业收入
S	year-income-operating	income/total:operating-income		year-income|totals-income				经营收入
S	year-income-remittance	income/total:subsidiary-remittance		year-income|totals-income				附属单位上缴收入	附属单位缴款
S	year-income-other	income/total:other-income		year-income|totals-income				其他收入
S	year-expenditure	expenditure/total:total|income-expenditure-summary/year-expenditure:final|jiangsu-summary/year-expenditure:budget|jiangsu-summary/expenditure-total:budget						本年支出合计	支出合计	本年支出总计
S	year-expenditure-basic	expenditure/total:basic-expenditure		year-expenditure|totals-expenditure				基本支出
S	year-expenditure-project	expenditure/total:project-expenditure		year-expenditure|totals-expenditure				项目支出
S	year-expenditure-superior	expenditure/total:to-superior		year-expenditure|totals-expenditure				上缴上级支出
S	year-expenditure-operating	expenditure/total:operating-expenditure		year-expenditure|totals-expenditure				经营支出
S	year-expenditure-subsidiary	expenditure/total:to-subsidiary		year-expenditure|totals-expenditure				对附属单位补助支出
S	fiscal-totals	fiscal-summary/income-total:final						财政拨款收入支出总计	财政拨款收入支出决算总计	财政拨款收支总计	财政拨款收支决算总计	财政拨款收入总计和支出总计	财政拨款收入总计支出总计	财政拨款收入总计	财政拨款支出总计
S	fiscal-opening	fiscal-summary/opening-balance:final		fiscal-totals				年初财政拨款结转和结余
S	fiscal-closing	fiscal-summary/closing-balance:total		fiscal-totals				年末财政拨款结转和结余
S	general-budget	general-budget-expenditure/total:total				general-budget-expenditure/@class:total		一般公共预算财政拨款支出	一般公共预算财政拨款支出合计
S	general-budget-basic	general-budget-expenditure/total:basic-expenditure		general-budget				基本支出
S	general-budget-project	general-budget-expenditure/total:project-expenditure		general-budget				项目支出
S	basic	general-budget-expenditure/total:basic-expenditure						一般公共预算财政拨款基本支出	一般公共预算财政拨款基本支出合计
S	basic-personnel	basic-expenditure/personnel-total:final		basic				人员经费
S	basic-public	basic-expenditure/public-total:final		basic				公用经费
S	three-public	three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public	three-public/*:budget-total					三公经费	三公经费支出	财政拨款三公经费支出	三公经费财政拨款支出	三公经费财政拨款	一般公共预算财政拨款三公经费	一般公共预算财政拨款三公经费支出
S	three-public-overseas	three-public/*:final-overseas|budget-three-public/*:overseas|jiangsu-three-public/*:overseas	three-public/*:budget-overseas		three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public			因公出国费	因公出国费支出	因公出国费用	因公出国经费
S	three-public-vehicles	three-public/*:final-vehicles|budget-three-public/*:vehicles|jiangsu-three-public/*:vehicles	three-public/*:budget-vehicles		three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public			公务用车购置及运行维护费	公务用车购置及运行费	公务用车购置及运行维护费支出	公务用车购置及运行费支出
S	three-public-purchase	three-public/*:final-vehicle-purchase|budget-three-public/*:vehicle-purchase|jiangsu-three-public/*:vehicle-purchase	three-public/*:budget-vehicle-purchase		three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public			公务用车购置费	公务用车购置费支出	公务用车购置支出
S	three-public-running	three-public/*:final-vehicle-running|budget-three-public/*:vehicle-running|jiangsu-three-public/*:vehicle-running	three-public/*:budget-vehicle-running		three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public			公务用车运行维护费	公务用车运行维护费支出	公务用车运行维护支出	公务用车运行费	公务用车运行支出
S	three-public-reception	three-public/*:final-reception|budget-three-public/*:reception|jiangsu-three-public/*:reception	three-public/*:budget-reception		three-public/*:final-total|budget-three-public/*:total|jiangsu-three-public/*:three-public			公务接待费	公务接待费支出	公务接待支出
S	fund	fund-income-expenditure/total:total|jiangsu-fund-expenditure/total:budget				fund-income-expenditure/@class:total|jiangsu-fund-expenditure/@class:budget		政府性基金预算财政拨款支出	政府性基金预算支出	政府性基金支出预算	政府性基金支出
S	fund-income	fund-income-expenditure/total:year-income						政府性基金预算财政拨款收入	政府性基金预算收入
S	state-capital	state-capital-expenditure/total:total						国有资本经营预算财政拨款支出	国有资本经营预算支出
S	organ-running	<= basic-expenditure/public-total:final						机关运行经费	机关运行经费支出	机构运行经费支出
S	procurement	jiangsu-procurement/total:total					procurement-goods+procurement-works+procurement-services	政府采购支出总额	政府采购金额	政府采购支出	政府采购预算	政府采购预算总额	政府采购预算总金额	政府采购支出预算总额	政府采购支出预算
S	procurement-goods			procurement				政府采购货物支出	货物采购金额	政府采购货物预算	拟采购货物支出	拟购买货物支出	拟采购货物	拟购买货物
S	procurement-works			procurement				政府采购工程支出	工程采购金额	政府采购工程预算	拟采购工程支出	拟购买工程支出	拟采购工程	拟购买工程
S	procurement-services			procurement				政府采购服务支出	服务采购金额	政府采购服务预算	拟采购服务支出	拟购买服务支出	拟采购服务	拟购买服务
S	plan-income	budget-summary/income-total:budget|budget-income/total:total|national-summary/income-total:budget|national-summary/year-income:budget|national-income/total:total						收入预算
S	plan-income-grant	budget-summary/fiscal-grant:budget|budget-income/total:fiscal-grant|budget-fiscal-summary/income-total:budget		plan-income				财政拨款收入
S	plan-income-institutional	budget-summary/institutional-income:budget|budget-income/total:institutional-income		plan-income				事业收入
S	plan-income-operating	budget-summary/operating-income:budget|budget-income/total:operating-income		plan-income				事业单位经营收入
S	plan-income-other	budget-summary/other-income:budget|budget-income/total:other-income		plan-income				其他收入
S	plan-expenditure	budget-summary/expenditure-total:budget|budget-expenditure/total:total|national-summary/expenditure-total:budget|national-summary/year-expenditure:budget|national-expenditure/total:total						支出预算
S	plan-fiscal	budget-fiscal-summary/expenditure-total:total|budget-fiscal-summary/income-total:budget|jiangsu-fiscal-expenditure/total:budget|jiangsu-fiscal-summary/expenditure-total:budget				budget-fiscal-summary/@class:total|jiangsu-fiscal-expenditure/@class:budget	plan-general+plan-fund+plan-capital	财政拨款支出预算	财政拨款预算支出	财政拨款支出
S	plan-general	budget-fiscal-summary/expenditure-total:general-budget|budget-general-expenditure/total:total		plan-fiscal				一般公共预算拨款支出预算
S	plan-fund	budget-fiscal-summary/expenditure-total:government-fund|budget-fund-expenditure/total:total		plan-fiscal				政府性基金拨款支出预算
S	plan-capital	budget-fiscal-summary/expenditure-total:state-capital|budget-capital-expenditure/total:total		plan-fiscal				国有资本经营预算拨款支出预算
S	plan-organ-running	budget-three-public/*:operating-funds						机关运行经费预算	…财政拨款的机关运行经费
S	plan-totals						plan-totals-income+plan-totals-balance+plan-totals-opening|plan-totals-expenditure+plan-totals-closing	收支总预算
S	plan-totals-income			plan-totals				本年收入预算
S	plan-totals-balance			plan-totals				使用非财政拨款结余
S	plan-totals-opening			plan-totals				上年结转
S	plan-totals-expenditure			plan-totals				本年支出预算
S	plan-totals-closing			plan-totals				结转下年
S	jiangsu-totals	jiangsu-summary/income-total:budget|jiangsu-summary/expenditure-total:budget						收入支出预算总计	收支预算总计
S	jiangsu-total-income	jiangsu-summary/income-total:budget						收入预算总计	收入预算合计	本年收入预算合计
S	jiangsu-income-grant	jiangsu-summary/fiscal-grant:budget		jiangsu-total-income				财政拨款收入	财政拨款收入预算总计
S	jiangsu-income-general	jiangsu-summary/general-grant:budget		jiangsu-total-income				一般公共预算收入	一般公共预算收入预算
S	jiangsu-income-fund	jiangsu-summary/fund-grant:budget		jiangsu-total-income				政府性基金收入	政府性基金收入预算	政府性基金预算收入
S	jiangsu-income-special	jiangsu-summary/special-account:budget		jiangsu-total-income				财政专户管理资金	财政专户管理资金收入	财政专户管理资金收入预算总计
S	jiangsu-income-other	jiangsu-summary/other-funds:budget		jiangsu-total-income				其他资金	其他资金收入	其他资金收入预算总计
S	jiangsu-income-opening	jiangsu-summary/opening-balance:budget		jiangsu-total-income				上年结转资金
S	jiangsu-total-expenditure	jiangsu-summary/expenditure-total:budget				jiangsu-summary/@class:budget		支出预算总计	支出预算合计	本年支出预算合计
S	jiangsu-expenditure-basic	jiangsu-summary/basic-expenditure:budget		jiangsu-total-expenditure				基本支出
S	jiangsu-expenditure-project	jiangsu-summary/project-expenditure:budget		jiangsu-total-expenditure				项目支出
S	jiangsu-expenditure-reserve	jiangsu-summary/reserve:budget		jiangsu-total-expenditure				单位预留机动经费
S	jiangsu-expenditure-closing	jiangsu-summary/closing-balance:budget		jiangsu-total-expenditure				结转下年资金
S	jiangsu-fiscal-totals	jiangsu-fiscal-summary/income-total:budget|jiangsu-fiscal-summary/expenditure-total:budget						财政拨款收支总预算	财政拨款收支预算	财政拨款收支预算总计	财政拨款收支总计
S	jiangsu-fiscal-basic	jiangsu-fiscal-summary/basic-expenditure:budget|jiangsu-fiscal-basic/total:budget					jiangsu-fiscal-personnel+jiangsu-fiscal-public	财政拨款基本支出预算	财政拨款基本支出
S	jiangsu-fiscal-personnel			jiangsu-fiscal-basic				人员经费
S	jiangsu-fiscal-public			jiangsu-fiscal-basic				公用经费
S	jiangsu-general	jiangsu-general-expenditure/total:budget|jiangsu-summary/general-grant:budget						一般公共预算财政拨款支出预算	一般公共预算支出预算
S	jiangsu-general-basic	jiangsu-general-basic/total:budget					jiangsu-general-personnel+jiangsu-general-public	一般公共预算财政拨款基本支出预算	一般公共预算基本支出预算
S	jiangsu-general-personnel			jiangsu-general-basic				人员经费
S	jiangsu-general-public			jiangsu-general-basic				公用经费
S	jiangsu-organ-running	jiangsu-operating-funds/total:budget						一般公共预算机关运行经费	一般公共预算机关运行经费预算支出
S	jiangsu-meetings	jiangsu-three-public/*:meetings						一般公共预算拨款安排的会议费	一般公共预算拨款安排的会议费预算支出
S	jiangsu-training	jiangsu-three-public/*:training						一般公共预算拨款安排的培训费	一般公共预算拨款安排的培训费预算支出
D	general-budget-expenditure/@code:total	fund-income-expenditure/@code:total	state-capital-expenditure/@code:total	budget-general-expenditure/@code:total	budget-fund-expenditure/@code:total	budget-capital-expenditure/@code:total	jiangsu-fiscal-expenditure/@code:budget
J	项目绩效自评情况|绩效自评情况	project-self-evaluation-summary/*:year-budget|project-self-evaluation/funds:year-budget	project-self-evaluation-summary/*:executed|project-self-evaluation/funds:executed
A	Z32-opening	previous-year	income-expenditure-summary/opening-balance:final = income-expenditure-summary/closing-balance:final
A	Z32-fiscal-opening	previous-year	fiscal-summary/opening-balance:final = fiscal-summary/closing-balance:total
A	Z32-opening-general	previous-year	fiscal-summary/opening-general:final = fiscal-summary/closing-balance:general-budget
A	Z32-opening-fund	previous-year	fiscal-summary/opening-fund:final = fiscal-summary/closing-balance:government-fund
A	Z32-opening-capital	previous-year	fiscal-summary/opening-capital:final = fiscal-summary/closing-balance:state-capital
A	Z34-three-public	budget	three-public/*:budget-total = budget-three-public/*:total
A	Z34-overseas	budget	three-public/*:budget-overseas = budget-three-public/*:overseas
A	Z34-vehicles	budget	three-public/*:budget-vehicles = budget-three-public/*:vehicles
A	Z34-reception	budget	three-public/*:budget-reception = budget-three-public/*:reception
A	Z34-jiangsu-three-public	budget	three-public/*:budget-total = jiangsu-three-public/*:three-public
"""#
}

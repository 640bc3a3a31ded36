/// What a finding says, in Chinese: for the readers of the reports.
extension AccountFinding {
    public var chinese: String {
        let relation = formula.map { "：\($0)" } ?? ""
        switch code {
        case .wrongFigure:
            let mend = mend.map { "；若为 \($0) 则成立" } ?? ""
            return "勾稽不符\(relation)\(mend)" + (isAmbiguous ? "，但也可能是其他数字有误" : "")
        case .relationFails:
            return formula == nil ? "勾稽不符：\(message)" : "勾稽不符\(relation)"
        case .shiftedRow: return "本行数字疑似错列\(relation)"
        case .swappedRows: return "本行与下一行的数字疑似互换\(relation)"
        case .missingRow: return "可能缺行\(relation)"
        case .rowOrder: return "行序或编码顺序有误"
        case .name: return "名称与他处不一致" + (mend.map { "，应为“\($0)”" } ?? "")
        case .missingFigure: return "文字中有单位而无数字"
        case .placeholder: return "此处仍是模板占位，未填写"
        case .year: return "年度有误" + (mend.map { "，本报告为\($0)" } ?? "")
        case .missingTable: return "目录列有此表，正文中没有同名的表"
        case .unitContradicted:
            return "本表所印单位为\(printed ?? "")，但与正文或其他表相比，只有按\(mend ?? "")才一致"
        }
    }
}

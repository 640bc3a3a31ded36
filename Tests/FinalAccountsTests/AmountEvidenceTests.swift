import FinalAccounts
import Testing

/// One test for each row of the table of cases in docs/format.md.
@Suite struct AmountEvidenceTests {
    private func evidence(_ change: (inout AmountEvidence) -> Void) -> AmountEvidence {
        var evidence = AmountEvidence()
        change(&evidence)
        return evidence
    }

    @Test func nothingKnownIsPlausible() {
        #expect(AmountEvidence().status == .plausible)
    }

    @Test func aProofProves() {
        let proved = evidence {
            $0.isProved = true
            $0.unit = .printed
        }
        #expect(proved.status == .proved)
        #expect(proved.reservation == nil)
    }

    @Test(arguments: [UnitSource.printed, .prose, .tables, .document])
    func aKnownUnitIsEnough(unit: UnitSource) {
        let proved = evidence {
            $0.isProved = true
            $0.unit = unit
        }
        #expect(proved.status == .proved)
    }

    @Test(arguments: [
        (UnitSource.unknown, AmountEvidence.Reservation.unitUnknown),
        (.contradicted, .unitContradicted),
    ])
    func withoutAUnitNothingIsProved(unit: UnitSource, reservation: AmountEvidence.Reservation) {
        let proved = evidence {
            $0.isProved = true
            $0.unit = unit
        }
        #expect(proved.status == .plausible)
        #expect(proved.reservation == reservation)
    }

    @Test func aTableThatOnlyLooksLikeItProvesNothing() {
        let proved = evidence {
            $0.isProved = true
            $0.isTableCertain = false
        }
        #expect(proved.status == .plausible)
        #expect(proved.reservation == .tableLikely)
    }

    @Test func anAccusationOutweighsAProof() {
        let accused = evidence {
            $0.isProved = true
            $0.isAccused = true
        }
        #expect(accused.status == .suspect)
    }

    @Test func textThatLiesIsSuspect() {
        let unsound = evidence {
            $0.isProved = true
            $0.isSound = false
        }
        #expect(unsound.status == .suspect)
    }

    @Test func doubtOfOCRGivesWayToAProofAlone() {
        #expect(evidence { $0.isUnsure = true }.status == .suspect)
        let proved = evidence {
            $0.isUnsure = true
            $0.isProved = true
        }
        #expect(proved.status == .proved)
    }

    @Test func whatWasDoubtfulWhileReadingStaysSo() {
        let rechecked = evidence {
            $0.isProved = true
            $0.whileReading = .suspect
        }
        #expect(rechecked.status == .suspect)
    }

    @Test(arguments: [AmountStatus.corrected, .confirmed])
    func aPersonsWordOutweighsAll(word: AmountStatus) {
        let said = evidence {
            $0.word = word
            $0.isAccused = true
            $0.isSound = false
        }
        #expect(said.status == word)
    }

    @Test func aFormerVerdictIsNoWord() {
        #expect(evidence { $0.word = .proved }.status == .plausible)
    }
}

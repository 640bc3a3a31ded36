internal import ArgumentParser

/// `juesuan doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is there, what is missing and how to get it.")

    func run() throws {
    }
}

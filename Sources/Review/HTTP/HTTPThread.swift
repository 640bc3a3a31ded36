internal import Glibc
internal import Synchronization

/// Threads that may wait: those of tasks are as few as the cores, and a slow reader would hold one of them.
enum HTTPThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// False where the system has no room for another thread.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard status == 0 else {
            work.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// What a task waits for, and the thread that waits for the task.
    private final class Answer<Value: Sendable>: @unchecked Sendable {
        // written before the semaphore is raised, read after
        var value: Value?
        let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

        init() { sem_init(semaphore, 0, 0) }

        deinit {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }
    }

    /// Waits for what a task makes.
    static func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
        let answer = Answer<Value>()
        Task {
            answer.value = await body()
            sem_post(answer.semaphore)
        }
        while true {
            if sem_wait(answer.semaphore) == 0, let value = answer.value { return value }
        }
    }
}

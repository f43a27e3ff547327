import { userInfo, hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { KubeError } from '../kube/kube-error.ts';
import { namespaced } from '../kube/kinds.ts';
import { hasEnded, thisProcess, type ProcessIdentity } from '../process-identity.ts';
import type { Note } from '../report.ts';
import { apiOf, type Target } from './target.ts';

/** Kubernetes' own object for "who does this now". */
interface Lease {
  apiVersion: 'coordination.k8s.io/v1';
  kind: 'Lease';
  metadata: {
    name: string;
    uid?: string;
    resourceVersion?: string;
    annotations: Record<string, string>;
  };
  spec: {
    holderIdentity: string;
    leaseDurationSeconds: number;
    acquireTime: string;
    renewTime: string;
  };
}

export interface LeaseOptions {
  /** Seconds without a sign of life after which a holder of another machine is taken for dead. */
  duration?: number;
  /** Milliseconds between two looks at a lease that is held. */
  interval?: number;
}

const processAnnotation = 'rollout.nx/process';

/**
 * The right to change a release, held by one process at a time, on whatever
 * machine. It is a Lease beside the release, renewed while it is held; that of
 * a process that has died is taken over, at once when it was one of this machine.
 */
export class ReleaseLease {
  readonly #target: Target;
  readonly #duration: number;
  readonly #interval: number;
  #mine: Lease | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #renewing: Promise<void> = Promise.resolve();
  #lostTo: string | undefined;

  constructor(target: Target, { duration = 10, interval = 250 }: LeaseOptions = {}) {
    this.#target = target;
    this.#duration = duration;
    this.#interval = interval;
  }

  /** Returns once the lease is held; `note` is told whom it waits for. */
  async take(note: Note): Promise<void> {
    const me = await thisProcess();
    let watched = { version: '', since: 0 };
    while (!this.#mine) {
      const found = await this.#read();
      if (!found) {
        this.#mine = await this.#write('create', this.#lease(me));
        continue;
      }
      const version = found.metadata.resourceVersion ?? '';
      if (version !== watched.version) watched = { version, since: Date.now() };
      if (await this.#isFree(found, watched.since)) {
        this.#mine = await this.#write('replace', this.#lease(me, found));
        continue;
      }
      const { holderIdentity, acquireTime } = found.spec;
      note(`waiting for ${holderIdentity}, which deploys since ${acquireTime.slice(11, 19)}`);
      await pause(this.#interval);
    }
    this.#renewal = setInterval(() => this.#renew(), (this.#duration * 1_000) / 3).unref();
  }

  /**
   * To be called before every step that changes something.
   *
   * @throws {Failure} when somebody else has taken the lease over.
   */
  assertHeld(): void {
    if (this.#lostTo === undefined) return;
    throw new Failure({
      what: `This deploy gave no sign of life for so long that ${this.#lostTo} took over.`,
      cure: 'run the same command again',
    });
  }

  /** Lets the next one go on; nothing to do when it is not held. */
  async giveBack(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#renewing;
    const { uid, resourceVersion } = this.#mine?.metadata ?? {};
    if (!this.#mine || this.#lostTo !== undefined) return;
    this.#mine = undefined;
    const preconditions = { uid, resourceVersion };
    await apiOf(this.#target)
      .remove(this.#path(), { preconditions })
      // Somebody else's by now, or it expires.
      .catch(() => undefined);
  }

  #renew(): void {
    const mine = this.#mine;
    if (!mine || this.#lostTo !== undefined) return;
    const renewed = { ...mine, spec: { ...mine.spec, renewTime: now() } };
    this.#renewing = this.#renewing
      .then(() => apiOf(this.#target).replace<Lease>(this.#path(), renewed))
      .then((lease) => void (this.#mine = lease))
      .catch(async (error: unknown) => {
        if (!(error instanceof KubeError) || ![404, 409].includes(error.status)) return;
        const holder = await this.#read().catch(() => undefined);
        if (
          holder?.metadata.annotations[processAnnotation] ===
          mine.metadata.annotations[processAnnotation]
        )
          return;
        this.#lostTo = holder?.spec.holderIdentity ?? 'somebody';
      });
  }

  async #isFree({ metadata, spec }: Lease, silentSince: number): Promise<boolean> {
    if (Date.now() - silentSince > spec.leaseDurationSeconds * 1_000) return true;
    const holder = metadata.annotations[processAnnotation];
    return holder !== undefined && hasEnded(JSON.parse(holder) as ProcessIdentity);
  }

  #read(): Promise<Lease | undefined> {
    return apiOf(this.#target).get<Lease>(this.#path());
  }

  /** Undefined when somebody else was quicker. */
  async #write(how: 'create' | 'replace', lease: Lease): Promise<Lease | undefined> {
    const path = how === 'create' ? this.#collection() : this.#path();
    try {
      return await apiOf(this.#target)[how]<Lease>(path, lease);
    } catch (error) {
      if (error instanceof KubeError && [404, 409].includes(error.status)) return undefined;
      throw error;
    }
  }

  #lease(me: ProcessIdentity, before?: Lease): Lease {
    const at = now();
    return {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: this.#name(),
        resourceVersion: before?.metadata.resourceVersion,
        annotations: { [processAnnotation]: JSON.stringify(me) },
      },
      spec: {
        holderIdentity: `${userInfo().username}@${hostname()}:${me.pid}`,
        leaseDurationSeconds: this.#duration,
        acquireTime: at,
        renewTime: at,
      },
    };
  }

  #name(): string {
    return `${this.#target.release}-rollout`;
  }

  #collection(): string {
    return namespaced('coordination.k8s.io/v1', this.#target.namespace, 'leases');
  }

  #path(): string {
    return `${this.#collection()}/${this.#name()}`;
  }
}

/** Leases count in microseconds. */
function now(): string {
  return new Date().toISOString().replace('Z', '000Z');
}

import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { type DataFolder, notStartable } from "./embedded-folder.ts";

/** As whom PostgreSQL's programs run. They refuse to run as root. */
export interface ServerUser {
  /** Who owns the database's files; meaningless on Windows. */
  uid: number;
  gid: number;
  /** Words in front of the program's own. */
  prefix: string[];
  /** The identity to take on at the start, where it is not ours and no prefix does it. */
  become?: { uid: number; gid: number };
}

const nobody = 65534;

/**
 * Chooses the user: ourselves, if we are an ordinary one; a namespace in which root is called something else; or,
 * where the system refuses namespaces, as containers often do, the owner of the files or nobody.
 */
export function chooseUser(folder: DataFolder, program: string): ServerUser {
  const uid = process.geteuid?.();
  if (uid === undefined) return { uid: 0, gid: 0, prefix: [] };
  const gid = process.getegid?.() ?? uid;
  const owner = lstatSync(folder.cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner !== undefined && owner.uid !== uid) {
      throw notStartable(
        `The database in ${folder.path} belongs to another user of this machine: start as that user.`,
      );
    }
    return hasName() ? { uid, gid, prefix: [] } : renamed(uid, gid, program);
  }
  const inNamespace: ServerUser = { uid, gid, prefix: namespacePrefix() };
  if ((owner?.uid ?? 0) === 0 && reaches(inNamespace, folder, program) && works(inNamespace, program)) {
    return inNamespace;
  }
  return unprivileged(owner?.uid || nobody, owner?.gid || nobody, folder, program);
}

/** True when `user` may walk into every part of `path`, and run its last part if that is a program. */
export function canEnter(user: Pick<ServerUser, "uid" | "gid">, path: string): boolean {
  const { uid, gid, mode } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (dirname(path) === path || canEnter(user, dirname(path)));
}

function reaches(user: ServerUser, folder: DataFolder, program: string): boolean {
  return canEnter(user, folder.path) && canEnter(user, program);
}

/*
 * A plain change of user cannot walk below a folder such as root's home. Linux can leave a process one of root's
 * rights: to search folders or, where a container has that one only, to pass over permissions.
 */
function unprivileged(uid: number, gid: number, folder: DataFolder, program: string): ServerUser {
  const plain: ServerUser = { uid, gid, prefix: [], become: { uid, gid } };
  if (reaches(plain, folder, program)) return plain;
  for (const right of ["+dac_read_search", "+dac_override"]) {
    const ids = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
    const rights = [`--inh-caps=-all,${right}`, `--ambient-caps=-all,${right}`, "--"];
    const user: ServerUser = { uid, gid, prefix: ["setpriv", ...ids, ...rights] };
    if (works(user, program)) return user;
  }
  throw notStartable(
    `PostgreSQL does not run as root, and user ${uid} cannot enter ${folder.path}. ` +
      "Start as an ordinary user, or put the data folder and the program where everyone may look in.",
  );
}

/* initdb wants to know its user's name; containers like to run as a bare number. */
function renamed(uid: number, gid: number, program: string): ServerUser {
  const user: ServerUser = { uid, gid, prefix: namespacePrefix() };
  if (works(user, program)) return user;
  throw notStartable(
    `PostgreSQL does not run as user ${uid}, which has no name here: add one to /etc/passwd.`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function namespacePrefix(): string[] {
  const id = someOrdinaryUser();
  return ["unshare", "-U", `--map-user=${id}`, `--map-group=${id}`, "--"];
}

/** A user that this machine knows by name, 1000 if it may be: how root is called within the namespace. */
function someOrdinaryUser(): number {
  try {
    const ids = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => Number(line.split(":")[2]));
    return ids.includes(1000) ? 1000 : (ids.find((id) => id > 0) ?? 1000);
  } catch {
    return 1000;
  }
}

/** Tries it out: the prefix is understood and permitted, and the program is found and loads its libraries. */
function works(user: ServerUser, program: string): boolean {
  const [command = program, ...words] = [...user.prefix, program, "--version"];
  return spawnSync(command, words, { stdio: "ignore", cwd: "/" }).status === 0;
}

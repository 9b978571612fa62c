"""Tables, roles and history of a memory in PostgreSQL.

Readers look up. Translators also put units in and change them, but approve nothing and remove
nothing. Maintainers do everything. The database holds them to it, whatever program they use.
"""

from typing import Any

import psycopg

from toolkit.memory.sql.schema import statements

READER, TRANSLATOR, MAINTAINER = ROLES = (
    "undraft_reader",
    "undraft_translator",
    "undraft_maintainer",
)
_READ = "text, unit, pair, segment, posting, mark, word, counter, finding, history"
_WRITE = "text, unit, pair, segment, posting, mark, word, counter"

HISTORY = """
CREATE TABLE history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, unit bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(), who text NOT NULL DEFAULT session_user,
  what text NOT NULL, before jsonb, after jsonb);
CREATE INDEX history_unit ON history (unit, id);
CREATE FUNCTION texts_of(one unit) RETURNS jsonb LANGUAGE sql STABLE SET search_path = undraft AS
  $$ SELECT to_jsonb(one) - 'identity' || jsonb_build_object(
     'source', (SELECT body FROM text WHERE id = one.source),
     'target', (SELECT body FROM text WHERE id = one.target)) $$;
CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = undraft AS $$ BEGIN
    INSERT INTO history (unit, what, before, after) VALUES (
      coalesce(new.id, old.id), lower(tg_op),
      CASE WHEN tg_op <> 'INSERT' THEN texts_of(old) END,
      CASE WHEN tg_op = 'UPDATE' THEN texts_of(new) END);
    RETURN NULL; END $$;
CREATE TRIGGER remembered AFTER INSERT OR UPDATE OR DELETE ON unit
  FOR EACH ROW EXECUTE FUNCTION remember();
CREATE FUNCTION allowed() RETURNS trigger LANGUAGE plpgsql SET search_path = undraft AS $$ BEGIN
    IF NOT pg_has_role(session_user, 'undraft_maintainer', 'MEMBER') AND (new.status = 'approved'
       OR tg_op = 'UPDATE' AND old.status = 'approved') THEN
      RAISE insufficient_privilege USING MESSAGE = 'only a maintainer approves a unit, or changes'
        ' one that is approved';
    END IF;
    RETURN new; END $$;
CREATE TRIGGER allowed BEFORE INSERT OR UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION allowed();
"""


def missing_roles(connection: psycopg.Connection[Any]) -> list[str]:
    """Return the statements that make the roles that are not there."""
    found = connection.execute("SELECT rolname FROM pg_roles").fetchall()
    there = {row[0] for row in found}
    return [f"CREATE ROLE {role} NOLOGIN" for role in ROLES if role not in there]


def set_up_statements() -> list[Any]:
    """Return the statements that make everything else, in order."""
    types = {"number": "bigint", "real": "double precision", "raw": "bytea"}
    return [
        "CREATE SCHEMA undraft",
        "SET LOCAL search_path = undraft",
        *statements(**types, bytewise=' COLLATE "C"'),
        # Lists of numbers do not get smaller by compressing them, only slower to read.
        "ALTER TABLE posting ALTER COLUMN places SET STORAGE EXTERNAL",
        "ALTER TABLE segment ALTER COLUMN texts SET STORAGE EXTERNAL",
        "ALTER TABLE mark ALTER COLUMN marks SET STORAGE EXTERNAL",
        HISTORY,
        f"GRANT USAGE ON SCHEMA undraft TO {', '.join(ROLES)}",
        f"GRANT SELECT ON {_READ} TO {', '.join(ROLES)}",
        f"GRANT INSERT, UPDATE ON {_WRITE} TO {TRANSLATOR}, {MAINTAINER}",
        # The index is made anew by whoever writes; units and texts only maintainers remove.
        f"GRANT DELETE ON segment, posting, mark TO {TRANSLATOR}",
        f"GRANT DELETE ON {_WRITE}, finding TO {MAINTAINER}",
    ]

-- One service's database and its two roles. Run by a superuser; repeatable.
-- Statements are separated by blank lines; everything after \connect runs inside the new database.
-- Placeholders: database, owner, owner_password, app, app_password, each as ${...}.

DO $do$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${owner}') THEN
    CREATE ROLE ${owner};
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${app}') THEN
    CREATE ROLE ${app};
  END IF;
END
$do$;

-- The owner runs the migrations.
ALTER ROLE ${owner} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${owner_password}';

-- The service itself owns nothing, so that row level security binds it.
ALTER ROLE ${app} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${app_password}';

-- The only statement that cannot be repeated: skip it, or its error, when the database is there.
CREATE DATABASE ${database} OWNER ${owner};

REVOKE ALL ON DATABASE ${database} FROM PUBLIC;

GRANT CONNECT ON DATABASE ${database} TO ${app};

\connect ${database}

REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA public TO ${app};

ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO ${app};

ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public
  GRANT EXECUTE ON FUNCTIONS TO ${app};

-- Refused attempts and the daily heads are part of the record: append-only for everybody.
CREATE TRIGGER refused_attempts_append_only BEFORE UPDATE OR DELETE ON refused_attempts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER chain_heads_append_only BEFORE UPDATE OR DELETE ON chain_heads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER chain_leaves_append_only BEFORE UPDATE OR DELETE ON chain_leaves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION grant_application_rights(role_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', role_name);
  EXECUTE format('GRANT EXECUTE ON FUNCTION ensure_event_partitions(date, integer) TO %I', role_name);
  FOR part IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
      AND (c.relname LIKE 'dossier\_events%'
        OR c.relname IN ('definition_versions', 'ledger_transactions', 'ledger_entries', 'document_numbers',
                         'payment_notices', 'access_log', 'refused_attempts',
                         'chain_heads', 'chain_leaves'))
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I', part, role_name);
  END LOOP;
END $$;

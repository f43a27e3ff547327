/** The tags of one owner and how many open tasks carry each. */
export const listTags = `select name, count(*) filter (where completed_at is null)::int as open
  from tasks, unnest(tags) as name where user_id = $1 and deleted_at is null
  group by name order by name collate "und-x-icu"`;

/** Puts $3 in the place of tag $2, once; null takes the tag away. Tasks in the trash count too. */
export const replaceTag = `update tasks set version = version + 1, updated_at = $4,
    tags = case when $3::text is null or $3 = any(tags)
      then array_remove(tags, $2) else array_replace(tags, $2, $3) end
  where user_id = $1 and $2 = any(tags)`;

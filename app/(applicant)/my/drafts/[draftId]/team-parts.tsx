import type { OwnDraft } from '@/app/_server/own-draft'
import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { DateInput } from '@/components/ui/date-input'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Task } from '@/components/ui/task-list'
import type { Section } from '@/lib/procedures/shape/field'
import type { SectionComment } from '@/lib/workspace/comments'
import type { GivenSection, Teamwork } from '@/lib/workspace/sections'
import { giveAction } from './team/actions'

/** How a section that was given to somebody stands, in the words of whoever looks. */
export async function givenTask({
  standing,
  fullName,
}: Pick<GivenSection, 'standing' | 'fullName'>): Promise<Task['status']> {
  const t = await getTranslator('workspace')
  const text = t(`team.standings.${standing}`, { name: fullName })
  const tones = { 'needs-you': 'warn', waiting: 'info', done: 'ok' } as const
  return { text, tone: tones[standing] }
}

/** Who has it, and until when. */
export async function givenHint({ fullName, dueOn }: GivenSection): Promise<string> {
  const t = await getTranslator('workspace')
  const by = t('team.by', { name: fullName })
  return dueOn ? `${by} · ${t('team.due', { date: formatDate(dueOn) })}` : by
}

type Props = {
  own: OwnDraft
  sections: readonly Section[]
  team: Teamwork
  comments: readonly SectionComment[]
}

/** Under the list of sections: the form that gives one to somebody, and where something is said or to confirm. */
export async function Team({ own, sections, team, comments }: Props) {
  const t = await getTranslator('workspace')
  const talked = sections.filter(
    ({ key }) =>
      comments.some(({ sectionKey }) => sectionKey === key) ||
      team.sections.some(({ sectionKey }) => sectionKey === key),
  )
  return (
    <section id="team" aria-labelledby="team-title" className="mt-10">
      <h2 id="team-title" className="mb-1">
        {t('team.title')}
      </h2>
      <p className="mb-3 text-sm text-soft">{t('team.lead')}</p>
      <ul className="mb-4">
        {talked.map((section) => (
          <Talk key={section.key} own={own} section={section} comments={comments} />
        ))}
      </ul>
      {team.colleagues.length > 0 && <Give own={own} sections={sections} team={team} />}
    </section>
  )
}

type TalkProps = Pick<Props, 'own' | 'comments'> & { section: Section }

async function Talk({ own, section: { key, title }, comments }: TalkProps) {
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  const said = comments.filter(({ sectionKey }) => sectionKey === key)
  const open = said.filter(({ resolvedAt }) => resolvedAt === null).length
  const counted = said.length > 0 ? t('team.comments', { count: said.length }) : ''
  return (
    <li className="flex flex-wrap justify-between gap-x-6 border-t border-line last:border-b">
      <Link href={`/my/drafts/${own.view.draft.id}/team/${key}`} className="py-2.5">
        {t('team.talkAbout', { section: title[locale] })}
      </Link>
      <span className="py-2.5 text-sm text-soft">
        {open > 0 ? t('team.open', { count: open }) : counted}
      </span>
    </li>
  )
}

async function Give({ own, sections, team }: Omit<Props, 'comments'>) {
  const [t, locale] = [await getTranslator('workspace'), await getLocale()]
  return (
    <Details summary={t('team.give')}>
      <form action={giveAction.bind(null, own.view.draft.id)} className="space-y-5">
        <Select
          id="give-section"
          name="sectionKey"
          label={t('team.section')}
          options={sections.map(({ key, title }) => ({ value: key, label: title[locale] }))}
        />
        <Select
          id="give-person"
          name="personId"
          label={t('team.person')}
          emptyLabel={t('team.nobody')}
          options={peopleOf(team).map(({ personId, fullName, role }) => ({
            value: personId,
            label: t('team.colleague', { name: fullName, role: t(`roles.${role}`) }),
          }))}
        />
        <DateInput
          id="give-due"
          name="dueOn"
          label={t('team.dueOn')}
          optional={t('team.optional')}
          min={today()}
          locale={locale}
        />
        <SubmitButton variant="secondary" pendingLabel={t('working')} className="max-sm:w-full">
          {t('team.giveButton')}
        </SubmitButton>
      </form>
    </Details>
  )
}

/** Somebody in two roles stands in the list once. */
function peopleOf({ colleagues }: Teamwork): Teamwork['colleagues'] {
  return colleagues.filter(
    ({ personId }, at) => colleagues.findIndex((one) => one.personId === personId) === at,
  )
}

import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { StaffMe } from '../../api/use-me';
import { useLocalText } from '../../i18n/use-language';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Card } from '../../ui/Card';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import styles from './SignIn.module.css';

/** Rooms of this staff member; somebody with a single room comes straight to it. */
export function Rooms({ me, onLeave }: { readonly me: StaffMe; readonly onLeave: () => void }) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  return (
    <div className={styles.page} data-density="staff">
      <Bar voice="hall" title={t('rooms.title')}>
        <span>{`${t(`roles.${me.role}`)} ${me.name}`}</span>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {t('signOut')}
        </Button>
      </Bar>
      <main id="main" className={styles.main}>
        <div className={styles.sheet}>
          {me.rooms.length === 0 && <Card>{t('rooms.none')}</Card>}
          {me.rooms.map((room) => (
            <Card key={room.id} title={text(room.name)} size="roomy">
              <p className={styles.dim}>{text(room.examTitle)}</p>
              <ButtonLink href={`/staff/rooms/${room.id}`} icon="door">
                {t('rooms.enter', { room: text(room.name) })}
              </ButtonLink>
              {holds(me.role, 'collect score sheets') && (
                <ButtonLink href={`/staff/rooms/${room.id}/results`} kind="quiet" icon="list">
                  {t('score.results')}
                </ButtonLink>
              )}
            </Card>
          ))}
          {holds(me.role, 'take archives') && (
            <ButtonLink href="/staff/archives" kind="quiet" icon="lock">
              {t('rooms.archives')}
            </ButtonLink>
          )}
          {holds(me.role, 'configure exams') && (
            <ButtonLink href="/admin" kind="quiet" icon="flow">
              {t('rooms.admin')}
            </ButtonLink>
          )}
        </div>
      </main>
    </div>
  );
}
